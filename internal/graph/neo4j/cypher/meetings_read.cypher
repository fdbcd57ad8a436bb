// Meetings with all their reports and with what is derived from them so far.
UNWIND $in.ids AS id
MATCH (m:Meeting {id: id})
USING INDEX SEEK m:Meeting(id)
RETURN m.id AS id, elementId(m) AS node, properties(m) AS props,
  [(m)-[r:REPORTED_IN]->(a:Article) | {article: a.id, props: properties(r)}] AS reports,
  [(x)-[r:TOOK_PART_IN]->(m) | {link: elementId(r), node: elementId(x), props: properties(r)}] AS took,
  [(m)-[r:HELD_IN]->(x) | {link: elementId(r), node: elementId(x)}] AS held
