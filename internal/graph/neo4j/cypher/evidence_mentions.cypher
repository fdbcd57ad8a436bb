// What articles mention: the nodes that may lose their evidence. Others may have given them labels of their own.
UNWIND $in.ids AS id
MATCH (a:Article {id: id})-[m:MENTIONS]->(n)
USING INDEX SEEK a:Article(id)
RETURN [label IN labels(n) WHERE label IN ['Person', 'Country', 'Organization', 'Place']][0] AS label,
  coalesce(n.id, n.code) AS key, elementId(n) AS node, m.represents AS represents
