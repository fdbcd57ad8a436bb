// Nodes that no article mentions. A country may be one to which only meetings, people or places lead.
UNWIND $keys AS key
MATCH (n:LABEL {KEY: key})
WHERE NOT EXISTS { (n)<-[:MENTIONS]-(:Article) } AND NOT (n:Country AND EXISTS { (n)<-[:REPRESENTS|HELD_IN|IN]-() })
RETURN key, elementId(n) AS node, labels(n) AS labels, properties(n) AS props, EXISTS { (n)--() } AS tied
