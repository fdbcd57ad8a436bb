// All reports of statements.
UNWIND $in.ids AS id
MATCH (s:Statement {id: id})-[r:REPORTED_IN]->(a:Article)
USING INDEX SEEK s:Statement(id)
RETURN id, a.id AS article, a.published AS published, properties(r) AS props
