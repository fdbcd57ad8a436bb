// Notes how articles were read that brought what is stored, unless a rival load has changed them meanwhile.
UNWIND $in.rows AS row
MATCH (a:Article {id: row.id})
USING INDEX SEEK a:Article(id)
WHERE a.hash = row.hash
SET a.readHash = row.readHash
