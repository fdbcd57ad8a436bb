// All reports of meetings, in the form of reports_find.
UNWIND $in.ids AS id
MATCH (m:Meeting {id: id})-[r:REPORTED_IN]->(a:Article)
USING INDEX SEEK m:Meeting(id)
RETURN m.id AS meeting, COUNT { (m)-[:REPORTED_IN]->() } AS reports, elementId(r) AS link, a.id AS article, r.report AS report,
  r.participants AS participants, r.represents AS represents, r.kind AS kind, r.status AS status, r.place AS place,
  r.country AS country, r.start AS start, r.end AS end, r.asOf AS asOf
