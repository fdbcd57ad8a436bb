// Quotations with what they are a part of, and by whom and on which days they are quoted.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
WHERE s.prints IS NOT NULL
RETURN s.id AS id, elementId(s) AS node, s.text AS text, s.conflict AS conflict,
  [(s)-[r:PART_OF]->(x) | {link: elementId(r), labels: labels(x), id: x.id, code: x.code, props: properties(r)}] AS parts,
  head(COLLECT { MATCH (s)-[r:REPORTED_IN]->(:Article) WHERE r.quotedOn IS NOT NULL RETURN r.speaker LIMIT 1 }) AS speaker,
  COLLECT { MATCH (s)-[r:REPORTED_IN]->(:Article) WHERE r.quotedOn IS NOT NULL RETURN DISTINCT r.quotedOn } AS days
