// What is stored of nodes, and to which countries places lead.
UNWIND $in.Person AS key
MATCH (n:Person {id: key})
USING INDEX SEEK n:Person(id)
RETURN 'Person' AS label, key, elementId(n) AS node, properties(n) AS props, [] AS ends
UNION ALL
UNWIND $in.Country AS key
MATCH (n:Country {code: key})
USING INDEX SEEK n:Country(code)
RETURN 'Country' AS label, key, elementId(n) AS node, properties(n) AS props, [] AS ends
UNION ALL
UNWIND $in.Organization AS key
MATCH (n:Organization {id: key})
USING INDEX SEEK n:Organization(id)
RETURN 'Organization' AS label, key, elementId(n) AS node, properties(n) AS props, [] AS ends
UNION ALL
UNWIND $in.Place AS key
MATCH (n:Place {id: key})
USING INDEX SEEK n:Place(id)
RETURN 'Place' AS label, key, elementId(n) AS node, properties(n) AS props, [(n)-[:IN]->(c) | elementId(c)] AS ends
UNION ALL
UNWIND $in.Statement AS key
MATCH (n:Statement {id: key})
USING INDEX SEEK n:Statement(id)
RETURN 'Statement' AS label, key, elementId(n) AS node, properties(n) AS props, [] AS ends
