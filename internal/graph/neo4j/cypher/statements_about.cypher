// Statements about reports whose meeting has changed.
UNWIND $in.rows AS row
MATCH (a:Article {id: row.article})<-[r:REPORTED_IN]-(s:Statement)
USING INDEX SEEK a:Article(id)
WHERE row.topic IN r.about
RETURN DISTINCT s.id AS id, elementId(s) AS node, row.report AS report
