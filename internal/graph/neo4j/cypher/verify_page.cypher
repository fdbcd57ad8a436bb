// Keys of nodes with a label, in order.
MATCH (n:LABEL)
WHERE n.KEY > $after
RETURN n.KEY AS key
ORDER BY n.KEY
LIMIT $size
