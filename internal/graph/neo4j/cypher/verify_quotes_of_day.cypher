MATCH (s:Statement)
WHERE s.quoted = $speaker AND s.lastReported = $day
RETURN s.id AS id
