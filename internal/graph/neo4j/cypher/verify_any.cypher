// Whether there is any node with one of graphload's labels.
MATCH (n)
WHERE any(label IN labels(n) WHERE label IN $labels)
RETURN 1 AS one
LIMIT 1
