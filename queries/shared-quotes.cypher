// The statements that most articles report, together with the quotations that are a part of them.
//
// Parameters:
//   since   date    ""  first day, month or year
//   until   date    ""  last day, month or year
//   person  string  ""  part of the speaker's name or of an alias
//   least   int     2   at least this many articles
//   limit   int     50  at most this many rows
//
// Columns:
//   reports   how many articles report it or a part of it; an article and its near copies count once
//   speaker   who said it
//   said      the words, the longest that an article has
//   parts     the shorter quotations
//   date      the day it was said, else the day it was first reported
//   last      the day it was last reported
//   articles  their titles, else their addresses or names, the earliest first
//   id        the statement, for the query evidence
MATCH (s:Statement)
WHERE (s.reports >= $least OR EXISTS { (:Statement)-[:PART_OF]->(s) }) AND NOT EXISTS { (s)-[:PART_OF]->(:Statement) }
WITH s, coalesce(s.date, s.firstReported, '') AS date
WHERE (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
MATCH (speaker)-[:SAID]->(s)
WHERE $person = ''
   OR any(name IN [speaker.name] + coalesce(speaker.aliases, []) WHERE toLower(name) CONTAINS toLower($person))
CALL (s) {
  MATCH (s)<-[:PART_OF*0..]-(:Statement)-[:REPORTED_IN]->(a:Article)
  WITH DISTINCT a ORDER BY a.published, a.id
  RETURN collect(a) AS articles
}
WITH s, speaker, date, articles,
     size([a IN articles WHERE NOT EXISTS {
       MATCH (a)-[:COPY_OF]->(original:Article) WHERE original IN articles
     }]) AS reports
WHERE reports >= $least
WITH s, speaker, date, articles, reports
ORDER BY reports DESC, date, s.id
LIMIT $limit
RETURN reports,
       speaker.name AS speaker,
       s.text AS said,
       COLLECT { MATCH (part:Statement)-[:PART_OF*]->(s) RETURN part.text AS text ORDER BY text } AS parts,
       date,
       reduce(last = '', a IN articles |
         CASE WHEN coalesce(a.published, '') > last THEN a.published ELSE last END) AS last,
       [a IN articles | coalesce(a.title, a.url, a.name)] AS articles,
       s.id AS id
ORDER BY reports DESC, date, id
