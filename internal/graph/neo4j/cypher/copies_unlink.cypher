UNWIND $in.ids AS id
MATCH (a:Article {id: id})-[r:COPY_OF]->()
USING INDEX a:Article(id)
DELETE r
