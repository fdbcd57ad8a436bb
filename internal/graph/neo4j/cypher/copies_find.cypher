// The articles with one of these bands at its place in their sketch, also more than once.
MATCH (b:Article)
USING INDEX SEEK b:Article(band1)
WHERE b.band1 IN $in.band1
OPTIONAL MATCH (b)-[:COPY_OF]->(original:Article)
RETURN b.id AS id, elementId(b) AS node, b.published AS published, b.sketch AS sketch, original.id AS original,
  original.published AS originalPublished
UNION ALL
MATCH (b:Article)
USING INDEX SEEK b:Article(band2)
WHERE b.band2 IN $in.band2
OPTIONAL MATCH (b)-[:COPY_OF]->(original:Article)
RETURN b.id AS id, elementId(b) AS node, b.published AS published, b.sketch AS sketch, original.id AS original,
  original.published AS originalPublished
UNION ALL
MATCH (b:Article)
USING INDEX SEEK b:Article(band3)
WHERE b.band3 IN $in.band3
OPTIONAL MATCH (b)-[:COPY_OF]->(original:Article)
RETURN b.id AS id, elementId(b) AS node, b.published AS published, b.sketch AS sketch, original.id AS original,
  original.published AS originalPublished
UNION ALL
MATCH (b:Article)
USING INDEX SEEK b:Article(band4)
WHERE b.band4 IN $in.band4
OPTIONAL MATCH (b)-[:COPY_OF]->(original:Article)
RETURN b.id AS id, elementId(b) AS node, b.published AS published, b.sketch AS sketch, original.id AS original,
  original.published AS originalPublished
UNION ALL
MATCH (b:Article)
USING INDEX SEEK b:Article(band5)
WHERE b.band5 IN $in.band5
OPTIONAL MATCH (b)-[:COPY_OF]->(original:Article)
RETURN b.id AS id, elementId(b) AS node, b.published AS published, b.sketch AS sketch, original.id AS original,
  original.published AS originalPublished
UNION ALL
MATCH (b:Article)
USING INDEX SEEK b:Article(band6)
WHERE b.band6 IN $in.band6
OPTIONAL MATCH (b)-[:COPY_OF]->(original:Article)
RETURN b.id AS id, elementId(b) AS node, b.published AS published, b.sketch AS sketch, original.id AS original,
  original.published AS originalPublished
UNION ALL
MATCH (b:Article)
USING INDEX SEEK b:Article(band7)
WHERE b.band7 IN $in.band7
OPTIONAL MATCH (b)-[:COPY_OF]->(original:Article)
RETURN b.id AS id, elementId(b) AS node, b.published AS published, b.sketch AS sketch, original.id AS original,
  original.published AS originalPublished
UNION ALL
MATCH (b:Article)
USING INDEX SEEK b:Article(band8)
WHERE b.band8 IN $in.band8
OPTIONAL MATCH (b)-[:COPY_OF]->(original:Article)
RETURN b.id AS id, elementId(b) AS node, b.published AS published, b.sketch AS sketch, original.id AS original,
  original.published AS originalPublished
