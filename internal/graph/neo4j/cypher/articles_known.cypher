// Which of these articles are there, and in which form.
UNWIND $in.ids AS id
MATCH (a:Article {id: id})
USING INDEX SEEK a:Article(id)
RETURN a.id AS id, a.hash AS hash, a.readHash AS readHash, elementId(a) AS node
