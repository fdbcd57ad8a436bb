// All reports of statements.
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[r:REPORTED_IN]->(a:Article)
RETURN id, a.id AS article, a.published AS published, properties(r) AS props
