// Statements with all their reports and with what is derived from them so far.
UNWIND $in.ids AS id
MATCH (s:Statement {id: id})
USING INDEX SEEK s:Statement(id)
RETURN s.id AS id, elementId(s) AS node, properties(s) AS props,
  [(s)-[r:REPORTED_IN]->(a:Article) | {article: a.id, published: a.published, props: properties(r)}] AS reports,
  [(x)-[r:SAID]->(s) | {link: elementId(r), node: elementId(x)}] AS said,
  [(s)-[r:ABOUT]->(x) | {link: elementId(r), node: elementId(x)}] AS about
