// Reports of meetings that stand in articles, in the form of reports_find.
UNWIND $in.ids AS id
MATCH (a:Article {id: id})<-[r:REPORTED_IN]-(m:Meeting)
USING INDEX SEEK a:Article(id)
RETURN m.id AS meeting, COUNT { (m)-[:REPORTED_IN]->() } AS reports, elementId(r) AS link, a.id AS article, r.report AS report,
  r.participants AS participants, r.represents AS represents, r.kind AS kind, r.status AS status, r.place AS place,
  r.country AS country, r.start AS start, r.end AS end, r.asOf AS asOf
