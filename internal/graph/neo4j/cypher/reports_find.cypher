// Reports of meetings in a block or a range of blocks, of whose participants at least two are named. Each search is
// answered by the index on block.
UNWIND $searches AS s
MATCH (m:Meeting)-[r:REPORTED_IN]->(a:Article)
WHERE r.block >= s.first AND r.block <= s.last AND size(r.block) = s.size
  AND (s.any OR size([p IN r.participants WHERE p IN s.participants]) >= 2)
RETURN m.id AS meeting, elementId(r) AS link, elementId(a) AS node, a.id AS article, properties(r) AS props
