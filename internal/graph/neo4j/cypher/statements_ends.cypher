// Which of some nodes statements lead to by ABOUT and SAID_TO. A country has far more of these than a statement, from which they
// are looked at.
UNWIND $in.rows AS row
MATCH (s) WHERE elementId(s) = row.node
MATCH (s)-[r:ABOUT|SAID_TO]->(x)
WITH row, type(r) AS type, elementId(x) AS end
WHERE end IN row.ends
RETURN row.node AS node, type, collect(end) AS ends
