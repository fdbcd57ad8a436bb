MATCH ()-[r]->() WHERE elementId(r) = $id
DELETE r
RETURN 1 AS done
