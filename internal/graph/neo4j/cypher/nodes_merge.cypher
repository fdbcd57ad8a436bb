// Makes what is missing of these nodes, locks all of them in the order of the keys, and tells what is stored.
UNWIND $in.keys AS key
MERGE (n:LABEL {KEY: key})
SET n.KEY = key
WITH n
RETURN n.KEY AS key, elementId(n) AS node, properties(n) AS props
