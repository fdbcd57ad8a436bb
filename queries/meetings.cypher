// The meetings of a period, the latest first: who met whom, where, and what became of it.
//
// Parameters:
//   person   string  ""   part of the name or of an alias of somebody who takes part
//   country  string  ""   code or name of a country that takes part, itself or through somebody who represents it
//   place    string  ""   part of the name of the place
//   status   list    []   only meetings of these statuses; an empty list takes all
//   since    date    ""   first day, month or year
//   until    date    ""   last day, month or year
//   limit    int     100  at most this many rows
//
// Columns:
//   date          the day of the meeting, or its first; empty where no report gives one
//   kind          summit, meeting, talks, call, visit or conference
//   status        what the latest report says: held, ongoing, planned, proposed, cancelled or postponed
//   place         where
//   participants  who takes part
//   reports       how many articles report it; an article and its near copies count once
//   conflict      whether they differ on what became of it
//   article       the latest of them that says so: its title, else its address or name
//   id            the meeting, for the query evidence
MATCH (m:Meeting)
WITH m, coalesce(m.start, '') AS date
WHERE (size($status) = 0 OR m.status IN $status)
  AND (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
  AND ($person = '' OR EXISTS {
    MATCH (m)<-[:TOOK_PART_IN]-(p:Person)
    WHERE any(name IN [p.name] + coalesce(p.aliases, []) WHERE toLower(name) CONTAINS toLower($person))
  })
  AND ($country = '' OR EXISTS {
    MATCH (m)<-[:TOOK_PART_IN]-(:Person|Country)-[:REPRESENTS*0..1]->(c:Country)
    WHERE toLower($country) IN [toLower(c.code), toLower(c.iso3), toLower(c.name)]
  })
  AND ($place = '' OR EXISTS {
    MATCH (m)-[:HELD_IN]->(where:Place|Country)
    WHERE toLower(where.name) CONTAINS toLower($place)
  })
WITH m, date
ORDER BY date DESC, m.id
LIMIT $limit
RETURN date,
       m.kind AS kind,
       m.status AS status,
       COLLECT {
         MATCH (m)-[:HELD_IN]->(where:Place|Country)
         RETURN where.name ORDER BY where:Country, where.name
       } AS place,
       COLLECT { MATCH (m)<-[:TOOK_PART_IN]-(who) RETURN who.name AS name ORDER BY name } AS participants,
       COUNT {
         MATCH (m)-[:REPORTED_IN]->(a:Article)
         WHERE NOT EXISTS { (a)-[:COPY_OF]->(:Article)<-[:REPORTED_IN]-(m) }
       } AS reports,
       m.conflict AS conflict,
       COLLECT {
         MATCH (m)-[r:REPORTED_IN]->(a:Article)
         RETURN coalesce(a.title, a.url, a.name)
         ORDER BY r.status = m.status DESC, coalesce(a.published, '') DESC, a.id LIMIT 1
       }[0] AS article,
       m.id AS id
ORDER BY date DESC, id
