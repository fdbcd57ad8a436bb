// The same words, which articles of one week report of different speakers.
//
// Parameters:
//   speaker  string  ""   part of the name or of an alias of one of the speakers; a country's code
//   limit    int     100  at most this many rows
//
// Columns:
//   said            the words
//   speaker         who said it in some articles
//   articles        their titles, else their addresses or names, the earliest first
//   other           who said it in others
//   other_articles  the others
//   first           the day of the first of all these articles
//   id              the statement of the first speaker, for the query evidence
MATCH (s:Statement {conflict: true})-[r:REPORTED_IN]->(:Article)
WHERE r.quotedOn IS NOT NULL
WITH DISTINCT s, r.speaker AS said, r.words AS words, r.quotedOn AS day
MATCH (o:Statement {conflict: true})-[r:REPORTED_IN]->(:Article)
WHERE r.words = words AND r.quotedOn >= toString(date(day) - duration({days: 7}))
  AND r.quotedOn <= toString(date(day) + duration({days: 7})) AND said < r.speaker
  // Countries and organizations are no rivals of those who may speak for them, nor is a bare surname of the full name.
  AND split(said, ':')[0] = split(r.speaker, ':')[0]
  AND (none(key IN [said, r.speaker] WHERE key CONTAINS '@')
    OR last(split(replace(split(said, '@')[0], ':', '-'), '-'))
      <> last(split(replace(split(r.speaker, '@')[0], ':', '-'), '-')))
WITH DISTINCT s, o
MATCH (speaker)-[:SAID]->(s), (other)-[:SAID]->(o)
WHERE ($speaker = '' OR any(x IN [speaker, other] WHERE x.code = toUpper($speaker)
   OR any(name IN [x.name] + coalesce(x.aliases, []) WHERE toLower(name) CONTAINS toLower($speaker))))
RETURN s.text AS said,
       speaker.name AS speaker,
       COLLECT {
         MATCH (s)-[:REPORTED_IN]->(a:Article)
         RETURN coalesce(a.title, a.url, a.name) ORDER BY a.published, a.id
       } AS articles,
       other.name AS other,
       COLLECT {
         MATCH (o)-[:REPORTED_IN]->(a:Article)
         RETURN coalesce(a.title, a.url, a.name) ORDER BY a.published, a.id
       } AS other_articles,
       CASE WHEN s.firstReported < o.firstReported THEN s.firstReported ELSE o.firstReported END AS first,
       s.id AS id
ORDER BY first, said, speaker, other
LIMIT $limit
