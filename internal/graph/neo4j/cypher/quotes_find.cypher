// Quotations by a speaker that were quoted between two days, with these days, and that may be a part of another one or have one as a
// part: those with one of the prints, or all.
UNWIND $in.rows AS row
CALL (row) {
  MATCH (s)-[r:REPORTED_IN]->()
  USING INDEX SEEK r:REPORTED_IN(speaker, quotedOn)
  WHERE r.speaker = row.speaker AND r.quotedOn >= row.first AND r.quotedOn <= row.last
  RETURN s, collect(DISTINCT r.quotedOn) AS days
}
WITH row, s, days
WHERE s:Statement AND s.prints IS NOT NULL AND (row.all OR any(p IN s.prints WHERE row.prints[p]))
RETURN s.id AS id, elementId(s) AS node, row.speaker AS speaker, s.text AS text, days
