// Nodes with a label that have no key.
MATCH (n:LABEL)
WHERE (n.KEY IS NULL OR NOT n.KEY IS :: STRING OR n.KEY = '') AND elementId(n) > $after
WITH n, elementId(n) AS node
ORDER BY node
LIMIT $size
RETURN node, properties(n) AS props,
  EXISTS { (n)<-[:MENTIONS]-(:Article) } OR EXISTS { (n)-[:REPORTED_IN]->(:Article) } AS evidence
