UNWIND $in.ids AS id
MATCH (a:Article {id: id})<-[r:REPORTED_IN]-(m:Meeting)
USING INDEX SEEK a:Article(id)
RETURN r.report AS report, elementId(m) AS node
