UNWIND $in.ids AS id
MATCH (a:Article {id: id})-[r:MENTIONS|REPORTED_IN]-()
USING INDEX SEEK a:Article(id)
DELETE r
