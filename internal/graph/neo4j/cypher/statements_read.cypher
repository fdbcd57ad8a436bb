// Statements with what is derived from their reports so far.
UNWIND $in.ids AS id
MATCH (s:Statement {id: id})
USING INDEX SEEK s:Statement(id)
RETURN s.id AS id, elementId(s) AS node, properties(s) AS props,
  [(x)-[r:SAID]->(s) | {link: elementId(r), node: elementId(x)}] AS said,
  [(s)-[r:ABOUT]->(x) | {link: elementId(r), node: elementId(x)}] AS about,
  [(s)-[r:SAID_TO]->(x) | {link: elementId(r), node: elementId(x)}] AS saidTo
