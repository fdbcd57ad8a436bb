UNWIND $in.ids AS id
MATCH (a:Article {id: id})-[r:COPY_OF]->()
USING INDEX SEEK a:Article(id)
DELETE r
