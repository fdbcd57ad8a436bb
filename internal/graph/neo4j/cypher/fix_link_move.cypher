// Takes evidence from one node to another, as it is.
MATCH (a)-[old:TYPE]->(b) WHERE elementId(old) = $link
MATCH (n) WHERE elementId(n) = $node
FOREACH (x IN CASE WHEN b:Article THEN [1] ELSE [] END | CREATE (n)-[new:TYPE]->(b) SET new = properties(old))
FOREACH (x IN CASE WHEN b:Article THEN [] ELSE [1] END | CREATE (a)-[new:TYPE]->(n) SET new = properties(old))
DELETE old
RETURN 1 AS done
