// Removes the PART_OF of statements, and tells which others led to them.
UNWIND $in.ids AS id
MATCH (s:Statement {id: id})
USING INDEX SEEK s:Statement(id)
OPTIONAL MATCH (s)-[own:PART_OF]->()
DELETE own
WITH DISTINCT s
MATCH (part:Statement)-[l:PART_OF]->(s)
DELETE l
WITH DISTINCT part
MATCH (part)-[r:REPORTED_IN]->(:Article)
WHERE r.quotedOn IS NOT NULL
RETURN part.id AS id, elementId(part) AS node, part.text AS text, r.speaker AS speaker, collect(DISTINCT r.quotedOn) AS days
