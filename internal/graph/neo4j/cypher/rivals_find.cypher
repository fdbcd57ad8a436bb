// Quotations with the same words.
UNWIND $in.words AS words
MATCH (s:Statement)
USING INDEX s:Statement(words)
WHERE s.words = words
RETURN s.id AS id, elementId(s) AS node, s.quoted AS speaker, s.text AS text, s.firstReported AS first,
       s.lastReported AS last, coalesce(s.conflict, false) AS conflict
