// Which of these nodes statements lead to by ABOUT: each pair is looked at from the end that has fewer.
UNWIND $in.rows AS row
MATCH (s) WHERE elementId(s) = row.node
MATCH (x) WHERE elementId(x) = row.topic
MATCH (s)-[:ABOUT]->(x)
RETURN DISTINCT row.node AS node, row.topic AS topic
