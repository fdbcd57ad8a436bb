UNWIND $in.ids AS id
MATCH (s:Statement {id: id})-[r:PART_OF]->()
USING INDEX SEEK s:Statement(id)
DELETE r
