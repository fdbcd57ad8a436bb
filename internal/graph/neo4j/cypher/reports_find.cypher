// Reports of meetings in a block or a range of blocks, of whose participants at least two are named: what tells of
// which meeting they are. The hint makes the index on block answer each search, also by a plan that was made while the
// graph was empty.
UNWIND $searches AS s
MATCH (m:Meeting)-[r:REPORTED_IN]->(a:Article)
USING INDEX r:REPORTED_IN(block)
WHERE r.block >= s.first AND r.block <= s.last AND size(r.block) = s.size
  AND (s.any OR any(p IN r.participants WHERE p IN s.fresh)
    AND size([p IN r.participants WHERE p IN s.participants]) >= 2)
WITH DISTINCT m, r, a
RETURN m.id AS meeting, elementId(r) AS link, a.id AS article, r.report AS report, r.participants AS participants,
  r.kind AS kind, r.status AS status, r.place AS place, r.country AS country, r.start AS start, r.end AS end,
  r.asOf AS asOf
