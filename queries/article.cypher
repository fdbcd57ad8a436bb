// All that an article holds: whom it names, what it quotes, which meetings it reports.
//
// Parameters:
//   article  string  required  its id or at least eight characters of it, its address or name, or part of its title
//   limit    int     500       at most this many rows
//
// Columns:
//   article  the title, else the address or name
//   what     person, country, organization, place, statement or meeting
//   name     its name; of a statement the speaker, of a meeting who takes part as this article says
//   detail   forms of the name; of a statement its words, of a meeting its kind, status, date and place
//   at       where it begins in the article's text, in characters from 0
//   text     the words that stand there
//   id       the id or code; of a statement or meeting for the query evidence
MATCH (a:Article)
WHERE size($article) >= 8 AND a.id STARTS WITH toLower($article)
   OR $article IN [a.url, a.name]
   OR toLower(a.title) CONTAINS toLower($article)
CALL (a) {
  MATCH (a)-[r:MENTIONS]->(x)
  RETURN toLower(head(labels(x))) AS what, x.name AS name,
         coalesce(reduce(all = head(r.forms), form IN tail(r.forms) | all + ', ' + form), '') AS detail,
         r.starts AS starts, r.ends AS ends, coalesce(x.code, x.id) AS id
  UNION ALL
  MATCH (a)<-[r:REPORTED_IN]-(s:Statement)
  OPTIONAL MATCH (s)<-[:SAID]-(who)
  RETURN 'statement' AS what, coalesce(who.name, r.speakerText, '') AS name, s.text AS detail,
         r.starts AS starts, r.ends AS ends, s.id AS id
  UNION ALL
  MATCH (a)<-[r:REPORTED_IN]-(m:Meeting)
  WITH m, r,
       COLLECT {
         MATCH (m)<-[:TOOK_PART_IN]-(who)
         WHERE toLower(head(labels(who))) + ':' + coalesce(who.code, who.id) IN r.participants
         RETURN who.name AS name ORDER BY name
       } AS people,
       COLLECT {
         MATCH (m)-[:HELD_IN]->(where:Place|Country)
         RETURN where.name ORDER BY where:Country, where.name
       } AS places
  RETURN 'meeting' AS what, coalesce(reduce(all = head(people), name IN tail(people) | all + ', ' + name), '') AS name,
         reduce(all = m.kind, part IN [r.status, r.start] + places | all + coalesce(', ' + part, '')) AS detail,
         r.starts AS starts, r.ends AS ends, m.id AS id
}
WITH a, what, name, detail, head(starts) AS at, head(ends) AS end, id
ORDER BY a.published, a.id, what, at, name, id
LIMIT $limit
RETURN coalesce(a.title, a.url, a.name) AS article,
       what,
       name,
       detail,
       at,
       substring(a.text, at, end - at) AS text,
       id
ORDER BY a.published, a.id, what, at, name, id
