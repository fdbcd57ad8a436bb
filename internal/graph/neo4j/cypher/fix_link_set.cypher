// Sets some properties of a relationship; one that is null goes, all others stay.
MATCH ()-[r]->() WHERE elementId(r) = $id
SET r += $props
RETURN 1 AS done
