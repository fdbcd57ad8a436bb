MATCH (n) WHERE elementId(n) = $id
DETACH DELETE n
RETURN 1 AS done
