// Statements with what is derived from their reports.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN s.id AS id, elementId(s) AS node, labels(s) AS labels, properties(s) AS props,
  EXISTS { (s)-[r]-(x) WHERE NOT type(r) IN $types OR none(l IN labels(x) WHERE l IN $labels) } AS shared,
  [(x)-[r:SAID]->(s) | {link: elementId(r), labels: labels(x), id: x.id, code: x.code, props: properties(r)}] AS said,
  [(s)-[r:ABOUT]->(x) | {link: elementId(r), labels: labels(x), id: x.id, code: x.code, props: properties(r)}] AS about,
  [(s)-[r:SAID_TO]->(x) | {link: elementId(r), labels: labels(x), id: x.id, code: x.code, props: properties(r)}] AS saidTo,
  [(s)-[r:PART_OF]->(x) | {link: elementId(r), labels: labels(x), id: x.id, code: x.code, props: properties(r)}] AS parts
