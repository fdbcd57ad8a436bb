// All that articles say of nodes.
UNWIND $keys AS key
MATCH (a:Article)-[m:MENTIONS]->(n:LABEL {KEY: key})
RETURN key, m.name AS name, m.aliases AS aliases, m.titles AS titles, m.represents AS represents, a.published AS published
