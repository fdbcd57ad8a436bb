UNWIND $ids AS id
MATCH (:Article {id: id})-[r:MENTIONS|REPORTED_IN]-()
DELETE r
