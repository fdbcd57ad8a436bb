// The articles that have a band of their sketch in common with one of the given articles, each pair once.
UNWIND $in.ids AS id
MATCH (a:Article {id: id})
USING INDEX SEEK a:Article(id)
WHERE a.sketch IS NOT NULL
CALL (a) {
  MATCH (b:Article) USING INDEX SEEK b:Article(band1)
  WHERE b.band1 = a.band1
  RETURN b
  UNION
  MATCH (b:Article) USING INDEX SEEK b:Article(band2)
  WHERE b.band2 = a.band2
  RETURN b
  UNION
  MATCH (b:Article) USING INDEX SEEK b:Article(band3)
  WHERE b.band3 = a.band3
  RETURN b
  UNION
  MATCH (b:Article) USING INDEX SEEK b:Article(band4)
  WHERE b.band4 = a.band4
  RETURN b
  UNION
  MATCH (b:Article) USING INDEX SEEK b:Article(band5)
  WHERE b.band5 = a.band5
  RETURN b
  UNION
  MATCH (b:Article) USING INDEX SEEK b:Article(band6)
  WHERE b.band6 = a.band6
  RETURN b
  UNION
  MATCH (b:Article) USING INDEX SEEK b:Article(band7)
  WHERE b.band7 = a.band7
  RETURN b
  UNION
  MATCH (b:Article) USING INDEX SEEK b:Article(band8)
  WHERE b.band8 = a.band8
  RETURN b
}
WITH a, b WHERE a <> b
OPTIONAL MATCH (b)-[:COPY_OF]->(original:Article)
RETURN a.id AS id, elementId(a) AS node, a.published AS published, a.sketch AS sketch,
       b.id AS other, elementId(b) AS otherNode, b.published AS otherPublished, b.sketch AS otherSketch,
       original.id AS original, original.published AS originalPublished
