// Quotations in the order of speakers and days.
CALL {
  MATCH (s:Statement)
  WHERE s.quoted = $speaker AND s.lastReported > $day
  RETURN s.id AS id, s.quoted AS speaker, s.lastReported AS day
  ORDER BY s.quoted, s.lastReported
  LIMIT $size
  UNION ALL
  MATCH (s:Statement)
  WHERE s.quoted > $speaker AND s.lastReported IS NOT NULL
  RETURN s.id AS id, s.quoted AS speaker, s.lastReported AS day
  ORDER BY s.quoted, s.lastReported
  LIMIT $size
}
RETURN id, speaker, day
ORDER BY speaker, day
LIMIT $size
