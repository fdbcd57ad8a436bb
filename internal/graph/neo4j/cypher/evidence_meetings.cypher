UNWIND $in.ids AS id
MATCH (a:Article {id: id})<-[r:REPORTED_IN]-(m:Meeting)
USING INDEX SEEK a:Article(id)
RETURN m.id AS meeting, a.id AS article, properties(r) AS props
