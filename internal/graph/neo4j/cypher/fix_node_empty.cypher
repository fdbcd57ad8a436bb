// Takes from a node what graphload has derived; others hold on to it.
MATCH (n) WHERE elementId(n) = $id
SET n += $props
WITH n
OPTIONAL MATCH (n)-[r]-(x)
WHERE type(r) IN $types AND any(l IN labels(x) WHERE l IN $labels)
DELETE r
RETURN DISTINCT 1 AS done
