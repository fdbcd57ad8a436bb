MATCH (s)-[r:REPORTED_IN]->()
WHERE r.speaker = $speaker AND r.quotedOn = $day
RETURN s.id AS id
