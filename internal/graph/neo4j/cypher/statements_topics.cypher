// What statements are about so far.
UNWIND $nodes AS node
MATCH (s) WHERE elementId(s) = node
MATCH (s)-[r:ABOUT]->(x)
RETURN node AS statement, elementId(r) AS link, elementId(x) AS node
