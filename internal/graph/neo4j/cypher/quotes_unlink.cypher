UNWIND $in.ids AS id
MATCH (s:Statement {id: id})-[r:PART_OF]->()
USING INDEX s:Statement(id)
DELETE r
