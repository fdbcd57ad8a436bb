// The meetings that reports in articles are of.
UNWIND $in.rows AS row
MATCH (a:Article {id: row.article})<-[r:REPORTED_IN]-(m:Meeting)
USING INDEX SEEK a:Article(id)
WHERE r.report = row.report
RETURN r.report AS report, m.id AS meeting
