// Reports of the same meeting that contradict each other.
//
// A plan that is later held, postponed or cancelled is no contradiction (see the query meeting-changes). Two reports
// contradict each other where one says held and the other cancelled or postponed, where two of the same day disagree
// on whether it is off, or where a meeting that was held or cancelled is later called planned.
//
// Parameters:
//   person   string  ""   part of the name or of an alias of somebody who takes part
//   country  string  ""   code or name of a country that takes part, itself or through somebody who represents it
//   limit    int     100  at most this many rows
//
// Columns:
//   date            the day of the meeting, where a report gives one
//   kind            summit, meeting, talks, call, visit or conference
//   participants    who takes part
//   status          what the earlier article says
//   reported        the day of the earlier article
//   article         the earlier article: its title, else its address or name
//   other_status    what the later article says
//   other_reported  the day of the later article
//   other_article   the later article
//   id              the meeting, for the query evidence
MATCH (m:Meeting)
WHERE m.reports > 1
  AND ($person = '' OR EXISTS {
    MATCH (m)<-[:TOOK_PART_IN]-(p:Person)
    WHERE any(name IN [p.name] + coalesce(p.aliases, []) WHERE toLower(name) CONTAINS toLower($person))
  })
  AND ($country = '' OR EXISTS {
    MATCH (m)<-[:TOOK_PART_IN]-(:Person|Country)-[:REPRESENTS*0..1]->(c:Country)
    WHERE toLower($country) IN [toLower(c.code), toLower(c.iso3), toLower(c.name)]
  })
MATCH (a:Article)<-[one:REPORTED_IN]-(m)-[two:REPORTED_IN]->(b:Article)
WHERE one.status <> two.status
WITH m, one, two, a, b, coalesce(one.asOf, '') AS reported, coalesce(two.asOf, '') AS otherReported
WHERE reported < otherReported
    AND (one.status IN ['held', 'ongoing'] AND NOT two.status IN ['held', 'ongoing']
      OR one.status = 'postponed' AND two.status IN ['held', 'ongoing']
      OR one.status = 'cancelled')
   OR reported = otherReported AND a.id < b.id
    AND any(status IN [one.status, two.status] WHERE status IN ['cancelled', 'postponed'])
RETURN coalesce(m.start, '') AS date,
       m.kind AS kind,
       COLLECT { MATCH (m)<-[:TOOK_PART_IN]-(who) RETURN who.name AS name ORDER BY name } AS participants,
       one.status AS status,
       reported,
       coalesce(a.title, a.url, a.name) AS article,
       two.status AS other_status,
       otherReported AS other_reported,
       coalesce(b.title, b.url, b.name) AS other_article,
       m.id AS id
ORDER BY date, id, reported, other_reported, article, other_article
LIMIT $limit
