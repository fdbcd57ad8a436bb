// In the order of the index at one end, so that only what leads from one node is sorted.
MATCH (a:FROM)
WHERE a.FKEY IS NOT NULL
MATCH (a)-[r:TYPE]->(b:TO)
RETURN a.FKEY AS from, b.TKEY AS to, properties(r) AS props
ORDER BY from, to
