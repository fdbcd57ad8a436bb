// Articles with what they are a copy of.
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.published AS published, a.sketch AS sketch,
  [(a)-[r:COPY_OF]->(x) | {link: elementId(r), labels: labels(x), id: x.id, code: x.code, props: properties(r)}] AS originals
