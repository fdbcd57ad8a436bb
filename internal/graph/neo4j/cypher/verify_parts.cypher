// Quotations with what they are a part of.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN s.id AS id, elementId(s) AS node, s.quoted AS quoted, s.quotedOn AS quotedOn, s.text AS text,
  s.firstReported AS firstReported, s.lastReported AS lastReported, s.conflict AS conflict,
  [(s)-[r:PART_OF]->(x) | {link: elementId(r), labels: labels(x), id: x.id, code: x.code, props: properties(r)}] AS parts
