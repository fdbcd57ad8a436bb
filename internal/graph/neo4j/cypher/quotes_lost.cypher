// Removes the PART_OF of statements, and tells which others led to them.
UNWIND $in.ids AS id
MATCH (s:Statement {id: id})
USING INDEX SEEK s:Statement(id)
OPTIONAL MATCH (s)-[own:PART_OF]->()
DELETE own
WITH DISTINCT s
MATCH (part:Statement)-[r:PART_OF]->(s)
DELETE r
RETURN DISTINCT part.id AS id, elementId(part) AS node, part.quoted AS quoted, part.quotedOn AS quotedOn,
       part.text AS text, part.firstReported AS firstReported, part.lastReported AS lastReported
