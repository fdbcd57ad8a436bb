UNWIND $in.nodes AS node
MATCH (n:Person|Country|Organization) WHERE elementId(n) = node AND NOT EXISTS { (n)--() }
DELETE n
