MATCH (a:Article)
RETURN a.batch AS load, max(a.loadedAt) AS at, count(*) AS articles
ORDER BY at DESC, load
LIMIT $most
