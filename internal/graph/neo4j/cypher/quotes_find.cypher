// Quotations by a speaker that were reported between two days, and that may be a part of another one or have one as a part:
// those with one of the prints, or all.
UNWIND $in.rows AS row
MATCH (s:Statement)
USING INDEX SEEK s:Statement(quoted, lastReported)
WHERE s.quoted = row.speaker AND s.lastReported >= row.first
WITH row, s
WHERE s.firstReported <= row.last AND (row.all OR any(p IN s.prints WHERE row.prints[p]))
RETURN DISTINCT s.id AS id, elementId(s) AS node, s.quoted AS quoted, s.quotedOn AS quotedOn, s.text AS text,
       s.firstReported AS firstReported, s.lastReported AS lastReported
