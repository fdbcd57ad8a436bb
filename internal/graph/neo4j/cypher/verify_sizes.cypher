// How long the texts of articles are.
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, coalesce(size(toStringOrNull(a.text)), 0) AS size
