// Sets some properties of a node; one that is null goes, all others stay.
MATCH (n) WHERE elementId(n) = $id
SET n += $props
RETURN 1 AS done
