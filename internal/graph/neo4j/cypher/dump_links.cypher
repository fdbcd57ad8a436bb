MATCH (a)-[r]->(b)
RETURN labels(a)[0] AS fromLabel, coalesce(a.id, a.code) AS from, type(r) AS type,
  labels(b)[0] AS toLabel, coalesce(b.id, b.code) AS to, properties(r) AS props
