// What articles mention: the nodes that may lose their evidence.
UNWIND $ids AS id
MATCH (:Article {id: id})-[m:MENTIONS]->(n)
RETURN labels(n)[0] AS label, coalesce(n.id, n.code) AS key, elementId(n) AS node, m.represents AS represents
