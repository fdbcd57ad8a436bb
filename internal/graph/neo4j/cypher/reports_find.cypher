// Reports of meetings in a block or a range of blocks, whose parties have at least two of the tokens: what tells of
// which meeting they are. The hint makes the index on block answer each search, also by a plan that was made while the
// graph was empty.
UNWIND $searches AS s
MATCH (m:Meeting)-[r:REPORTED_IN]->(a:Article)
USING INDEX r:REPORTED_IN(block)
WHERE r.block >= s.first AND r.block <= s.last AND size(r.block) = s.size
  AND (s.any OR any(p IN r.parties WHERE p IN s.fresh) AND size([p IN r.parties WHERE p IN s.tokens]) >= 2)
WITH DISTINCT m, r, a
RETURN m.id AS meeting, elementId(r) AS link, a.id AS article, r.report AS report, r.participants AS participants,
  r.represents AS represents, r.kind AS kind, r.status AS status, r.place AS place, r.country AS country,
  r.start AS start, r.end AS end, r.asOf AS asOf
