// Whether statements lead to meetings, and about which of a meeting's reports they are. Both are looked at from the meeting: a
// statement that is said again and again has far more.
UNWIND $in.rows AS row
MATCH (m) WHERE elementId(m) = row.meeting
MATCH (s) WHERE elementId(s) = row.statement
OPTIONAL MATCH (m)<-[l:ABOUT]-(s)
OPTIONAL MATCH (m)-[x:REPORTED_IN]->(a:Article)
WHERE EXISTS { MATCH (a)<-[r:REPORTED_IN]-(s) WHERE ('report:' + x.report) IN r.about }
RETURN row.statement AS statement, row.meeting AS meeting, elementId(l) AS link, collect(x.report) AS reports
