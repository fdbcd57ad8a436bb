UNWIND $in.ids AS id
MATCH (a:Article {id: id})-[r:MENTIONS|REPORTED_IN]-()
USING INDEX a:Article(id)
DELETE r
