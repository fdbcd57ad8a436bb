// All that articles say of nodes that have lost some of their evidence.
UNWIND $in.nodes AS node
MATCH (n) WHERE elementId(n) = node
MATCH (a:Article)-[m:MENTIONS]->(n)
RETURN node, m.name AS name, m.aliases AS aliases, m.titles AS titles, m.represents AS represents,
  a.published AS published
