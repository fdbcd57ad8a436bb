// Quotations by a speaker that were reported between two days.
UNWIND $in.rows AS row
MATCH (s:Statement)
USING INDEX s:Statement(quoted, lastReported)
WHERE s.quoted = row.speaker AND s.lastReported >= row.first
WITH row, s
WHERE s.firstReported <= row.last
WITH DISTINCT s
OPTIONAL MATCH (s)-[:PART_OF]->(whole:Statement)
RETURN s.id AS id, elementId(s) AS node, s.quoted AS speaker, s.text AS text, s.firstReported AS first,
       s.lastReported AS last, whole.id AS whole, whole.text AS wholeText
