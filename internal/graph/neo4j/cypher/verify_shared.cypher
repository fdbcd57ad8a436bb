// Nodes that articles share, with what is derived: whom they represent, where they lie.
UNWIND $keys AS key
MATCH (n:LABEL {KEY: key})
RETURN n.KEY AS key, elementId(n) AS node, properties(n) AS props,
  [(n)-[r:REPRESENTS]->(x) | {link: elementId(r), labels: labels(x), id: x.id, code: x.code, props: properties(r)}] AS represents,
  [(n)-[r:IN]->(x) | {link: elementId(r), labels: labels(x), id: x.id, code: x.code, props: properties(r)}] AS lies
