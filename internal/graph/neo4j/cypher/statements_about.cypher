// Statements about reports whose meeting has changed.
UNWIND $rows AS row
MATCH (:Article {id: row.article})<-[r:REPORTED_IN]-(s:Statement)
WHERE row.topic IN r.about
RETURN DISTINCT s.id AS id
