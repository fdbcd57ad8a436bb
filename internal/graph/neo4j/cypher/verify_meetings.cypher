// Meetings with all their reports and with what is derived from them.
UNWIND $ids AS id
MATCH (m:Meeting {id: id})
RETURN m.id AS id, elementId(m) AS node, labels(m) AS labels, properties(m) AS props,
  EXISTS { (m)-[r]-(x) WHERE NOT type(r) IN $types OR none(l IN labels(x) WHERE l IN $labels) } AS shared,
  [(m)-[r:REPORTED_IN]->(a:Article) | {link: elementId(r), article: a.id, props: properties(r)}] AS reports,
  [(x)-[r:TOOK_PART_IN]->(m) | {link: elementId(r), labels: labels(x), id: x.id, code: x.code, props: properties(r)}] AS took,
  [(m)-[r:HELD_IN]->(x) | {link: elementId(r), labels: labels(x), id: x.id, code: x.code, props: properties(r)}] AS held
