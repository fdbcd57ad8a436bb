// What articles mention: the nodes that may lose their evidence.
UNWIND $in.ids AS id
MATCH (a:Article {id: id})-[m:MENTIONS]->(n)
USING INDEX a:Article(id)
RETURN labels(n)[0] AS label, coalesce(n.id, n.code) AS key, elementId(n) AS node, m.represents AS represents
