// Labels of graphload's on nodes that no load of graphload's has written: its own articles have hashes, and all else is
// tied to an article, a country at least by what is.
MATCH (n:Article) WHERE n.hash IS NULL OR n.textHash IS NULL
RETURN 'Article' AS label LIMIT 1
UNION
MATCH (n:Person) WHERE NOT EXISTS { (n)<-[:MENTIONS]-(:Article) }
RETURN 'Person' AS label LIMIT 1
UNION
MATCH (n:Organization) WHERE NOT EXISTS { (n)<-[:MENTIONS]-(:Article) }
RETURN 'Organization' AS label LIMIT 1
UNION
MATCH (n:Place) WHERE NOT EXISTS { (n)<-[:MENTIONS]-(:Article) }
RETURN 'Place' AS label LIMIT 1
UNION
MATCH (n:Country) WHERE NOT EXISTS { (n)<-[:MENTIONS|REPRESENTS|HELD_IN|IN]-() }
RETURN 'Country' AS label LIMIT 1
UNION
MATCH (n:Statement) WHERE NOT EXISTS { (n)-[:REPORTED_IN]->(:Article) }
RETURN 'Statement' AS label LIMIT 1
UNION
MATCH (n:Meeting) WHERE NOT EXISTS { (n)-[:REPORTED_IN]->(:Article) }
RETURN 'Meeting' AS label LIMIT 1
