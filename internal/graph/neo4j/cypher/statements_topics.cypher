// Which of some nodes statements lead to by ABOUT. A country has far more of these than a statement, from which they are looked at.
UNWIND $in.rows AS row
MATCH (s) WHERE elementId(s) = row.node
MATCH (s)-[:ABOUT]->(x)
WITH row, elementId(x) AS topic
WHERE topic IN row.topics
RETURN row.node AS node, collect(topic) AS topics
