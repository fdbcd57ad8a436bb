// Quotations in the order of speakers and days.
CALL () {
  MATCH (s)-[r:REPORTED_IN]->()
  WHERE r.speaker = $speaker AND r.quotedOn > $day
  RETURN s.id AS id, r.speaker AS speaker, r.quotedOn AS day
  ORDER BY r.speaker, r.quotedOn
  LIMIT $size
  UNION ALL
  MATCH (s)-[r:REPORTED_IN]->()
  WHERE r.speaker > $speaker AND r.quotedOn IS NOT NULL
  RETURN s.id AS id, r.speaker AS speaker, r.quotedOn AS day
  ORDER BY r.speaker, r.quotedOn
  LIMIT $size
}
RETURN id, speaker, day
ORDER BY speaker, day
LIMIT $size
