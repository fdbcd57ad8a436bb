// Takes reports from one meeting to another, as they are.
UNWIND $in.rows AS row
MATCH (:Meeting)-[old:REPORTED_IN]->(a:Article) WHERE elementId(old) = row.link
MATCH (m:Meeting {id: row.to})
USING INDEX SEEK m:Meeting(id)
CREATE (m)-[new:REPORTED_IN]->(a)
SET new = properties(old)
DELETE old
