// What is stored of nodes, and to which nodes places and statements lead.
UNWIND $in.Person AS key
MATCH (n:Person {id: key})
RETURN 'Person' AS label, key, elementId(n) AS node, properties(n) AS props, [] AS ends
UNION ALL
UNWIND $in.Country AS key
MATCH (n:Country {code: key})
RETURN 'Country' AS label, key, elementId(n) AS node, properties(n) AS props, [] AS ends
UNION ALL
UNWIND $in.Organization AS key
MATCH (n:Organization {id: key})
RETURN 'Organization' AS label, key, elementId(n) AS node, properties(n) AS props, [] AS ends
UNION ALL
UNWIND $in.Place AS key
MATCH (n:Place {id: key})
RETURN 'Place' AS label, key, elementId(n) AS node, properties(n) AS props, [(n)-[:IN]->(c) | elementId(c)] AS ends
UNION ALL
UNWIND $in.Statement AS key
MATCH (n:Statement {id: key})
RETURN 'Statement' AS label, key, elementId(n) AS node, properties(n) AS props, [(n)-[:ABOUT]->(x) | elementId(x)] AS ends
