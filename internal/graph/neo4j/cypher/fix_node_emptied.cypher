// Deletes a node from which the last report was taken, unless others hold on to it.
MATCH (n) WHERE elementId(n) = $node
  AND NOT EXISTS { (n)-[:REPORTED_IN]->(:Article) }
  AND size(labels(n)) = 1 AND all(name IN keys(n) WHERE name IN $names)
  AND NOT EXISTS { (n)-[r]-(x) WHERE NOT type(r) IN $types OR none(l IN labels(x) WHERE l IN $labels) }
DETACH DELETE n
