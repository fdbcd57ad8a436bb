// An article that has no key, with all its evidence.
MATCH (a:Article) WHERE elementId(a) = $node
RETURN a.id AS id, elementId(a) AS node, properties(a) AS props,
  [(a)-[m:MENTIONS]->(n) | {link: elementId(m), node: elementId(n), labels: labels(n), id: n.id, code: n.code,
    props: properties(m)}] AS mentions,
  [(s)-[r:REPORTED_IN]->(a) | {link: elementId(r), node: elementId(s), labels: labels(s), id: s.id, code: null,
    props: properties(r)}] AS reports
