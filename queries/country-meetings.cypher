// The meetings of two countries, with what became of them.
//
// A country takes part itself or through somebody who represents it.
//
// Parameters:
//   country  string  required  code or name of one country
//   other    string  required  code or name of the other
//   since    date    ""        first day, month or year
//   until    date    ""        last day, month or year
//   limit    int     100       at most this many rows
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
MATCH (one:Country)
WHERE toLower($country) IN [toLower(one.code), toLower(one.iso3), toLower(one.name)]
MATCH (two:Country)
WHERE toLower($other) IN [toLower(two.code), toLower(two.iso3), toLower(two.name)]
MATCH (one)<-[:REPRESENTS*0..1]-(:Person|Country)-[:TOOK_PART_IN]->(m:Meeting)
WITH DISTINCT two, m
WHERE EXISTS { (m)<-[:TOOK_PART_IN]-(:Person|Country)-[:REPRESENTS*0..1]->(two) }
WITH DISTINCT m, coalesce(m.start, '') AS date
WHERE (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
WITH m, date
ORDER BY date, m.id
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
ORDER BY date, id
