// In the order of the index, so that nothing is sorted.
MATCH (n:LABEL)
WHERE n.KEY IS NOT NULL
RETURN n.KEY AS key, properties(n) AS props
ORDER BY key
