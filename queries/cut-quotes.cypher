// Quotations that newspapers cut, and what they kept of them.
//
// Parameters:
//   speaker  string  ""   part of the name or of an alias of the speaker; a country's code
//   since    date    ""   first day, month or year
//   until    date    ""   last day, month or year
//   limit    int     100  at most this many rows
//
// Columns:
//   date      the day it was said, else the day it was first reported
//   speaker   who said it
//   said      the words, the longest that an article has
//   articles  the titles of those that have them all, else their addresses or names, the earliest first
//   kept      the words of a shorter quotation
//   cut       the articles that have only these, in the same way
//   id        the shorter quotation, for the query evidence
MATCH (speaker)-[:SAID]->(s:Statement)
WHERE EXISTS { (:Statement)-[:PART_OF]->(s) } AND NOT EXISTS { (s)-[:PART_OF]->(:Statement) }
  AND ($speaker = '' OR speaker.code = toUpper($speaker)
    OR any(name IN [speaker.name] + coalesce(speaker.aliases, []) WHERE toLower(name) CONTAINS toLower($speaker)))
WITH speaker, s, coalesce(s.date, s.firstReported, '') AS date
WHERE (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
MATCH (part:Statement)-[:PART_OF*]->(s)
WITH speaker, s, date, part
ORDER BY date, s.id, part.text, part.id
LIMIT $limit
RETURN date,
       speaker.name AS speaker,
       s.text AS said,
       COLLECT {
         MATCH (s)-[:REPORTED_IN]->(a:Article)
         RETURN coalesce(a.title, a.url, a.name) ORDER BY a.published, a.id
       } AS articles,
       part.text AS kept,
       COLLECT {
         MATCH (part)-[:REPORTED_IN]->(a:Article)
         WHERE NOT EXISTS { (a)<-[:REPORTED_IN]-(s) }
         RETURN coalesce(a.title, a.url, a.name) ORDER BY a.published, a.id
       } AS cut,
       part.id AS id
ORDER BY date, s.id, kept, id
