UNWIND $in.ids AS id
MATCH (a:Article {id: id})<-[:REPORTED_IN]-(s:Statement)
USING INDEX SEEK a:Article(id)
RETURN DISTINCT s.id AS id
