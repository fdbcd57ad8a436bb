// What quotations are a part of.
UNWIND $in.ids AS id
MATCH (s:Statement {id: id})-[:PART_OF]->(whole:Statement)
USING INDEX SEEK s:Statement(id)
RETURN id, whole.id AS whole, whole.text AS text
