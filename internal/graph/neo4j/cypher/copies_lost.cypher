// Removes the COPY_OF of articles, and tells whose original they were.
UNWIND $in.ids AS id
MATCH (a:Article {id: id})
USING INDEX SEEK a:Article(id)
OPTIONAL MATCH (a)-[own:COPY_OF]->()
DELETE own
WITH DISTINCT a
MATCH (b:Article)-[r:COPY_OF]->(a)
DELETE r
RETURN DISTINCT b.id AS id, elementId(b) AS node, b.published AS published, b.sketch AS sketch
