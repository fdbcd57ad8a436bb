UNWIND $in.nodes AS node
MATCH (p) WHERE elementId(p) = node
MATCH (p)-[r:REPRESENTS]->(c:Country)
RETURN node, c.code AS code, elementId(c) AS country, elementId(r) AS link, properties(r) AS props
