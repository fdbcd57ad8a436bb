UNWIND $in.nodes AS node
MATCH (n) WHERE elementId(n) = node
DETACH DELETE n
