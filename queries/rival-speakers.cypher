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
MATCH (s:Statement {conflict: true})<-[:SAID]-(speaker)
MATCH (o:Statement {words: s.words, conflict: true})<-[:SAID]-(other)
WHERE s.quoted < o.quoted AND ($speaker = '' OR any(x IN [speaker, other] WHERE x.code = toUpper($speaker)
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
