UNWIND $ids AS id
MATCH (:Article {id: id})<-[:REPORTED_IN]-(s:Statement)
RETURN DISTINCT s.id AS id
