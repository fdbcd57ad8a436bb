// Quotations with the same words.
UNWIND $in.words AS words
MATCH (s:Statement)
USING INDEX SEEK s:Statement(words)
WHERE s.words = words
RETURN s.id AS id, elementId(s) AS node, s.quoted AS quoted, s.quotedOn AS quotedOn, s.text AS text,
       s.firstReported AS firstReported, s.lastReported AS lastReported, coalesce(s.conflict, false) AS conflict
