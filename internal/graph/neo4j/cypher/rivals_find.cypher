// Quotations with the same words that were reported between two days.
UNWIND $in.rows AS row
MATCH (s:Statement)
USING INDEX SEEK s:Statement(words)
WHERE s.words = row.words AND s.lastReported >= row.first AND s.firstReported <= row.last
RETURN s.id AS id, elementId(s) AS node, s.quoted AS quoted, s.quotedOn AS quotedOn, s.text AS text,
       s.firstReported AS firstReported, s.lastReported AS lastReported, coalesce(s.conflict, false) AS conflict
