// Relationships of a type of graphload's between nodes with labels of graphload's that are not those of the type.
MATCH (a)-[r:TYPE]->(b)
WHERE elementId(r) > $after AND any(l IN labels(a) WHERE l IN $labels) AND any(l IN labels(b) WHERE l IN $labels)
  AND none(l IN labels(a) WHERE any(k IN labels(b) WHERE l + ' ' + k IN $ends))
WITH a, r, b, elementId(r) AS link
ORDER BY link
LIMIT $size
RETURN link, labels(a) AS fromLabels, a.id AS fromId, a.code AS fromCode, labels(b) AS toLabels, b.id AS toId,
  b.code AS toCode
