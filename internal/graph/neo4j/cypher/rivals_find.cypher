// Quotations with the same words that were quoted between two days, with these days.
UNWIND $in.rows AS row
CALL (row) {
  MATCH (s)-[r:REPORTED_IN]->()
  USING INDEX SEEK r:REPORTED_IN(words, quotedOn)
  WHERE r.words = row.words AND r.quotedOn >= row.first AND r.quotedOn <= row.last
  RETURN s, r.speaker AS speaker, collect(DISTINCT r.quotedOn) AS days
}
WITH s, speaker, days
WHERE s:Statement AND s.prints IS NOT NULL
RETURN s.id AS id, elementId(s) AS node, speaker, s.text AS text, days, coalesce(s.conflict, false) AS conflict
