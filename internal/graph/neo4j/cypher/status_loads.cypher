// Articles that came by an import of files made without a database tell of no load.
MATCH (a:Article)
WHERE a.batch IS NOT NULL
RETURN a.batch AS load, max(a.loadedAt) AS at, count(*) AS articles
ORDER BY at DESC, load
LIMIT $most
