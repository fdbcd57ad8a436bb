// Reports of meetings, and how many their meetings have, in a block or a range of blocks, whose parties have both tokens of a pair: what tells of which
// meeting they are. Pairs are maps of maps, which Cypher looks into at once. The hint makes the index on block answer
// each search, also by a plan that was made while the graph was empty; labels are looked at last, as they cost a look at
// two nodes.
UNWIND $in.searches AS s
MATCH (m)-[r:REPORTED_IN]->(a)
USING INDEX SEEK r:REPORTED_IN(block)
WHERE r.block >= s.first AND r.block <= s.last AND size(r.block) = s.size
  AND (s.any OR any(p IN r.parties WHERE s.pairs[p] IS NOT NULL AND any(q IN r.parties WHERE s.pairs[p][q]))
    OR s.crowds AND size([p IN r.parties WHERE s.tokens[p]]) >= 2)
WITH DISTINCT m, r, a
WHERE m:Meeting AND a:Article
RETURN m.id AS meeting, COUNT { (m)-[:REPORTED_IN]->() } AS reports, elementId(r) AS link, a.id AS article, r.report AS report,
  r.participants AS participants, r.represents AS represents, r.kind AS kind, r.status AS status, r.place AS place,
  r.country AS country, r.start AS start, r.end AS end, r.asOf AS asOf
