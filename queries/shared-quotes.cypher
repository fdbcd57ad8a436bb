// The statements that most articles report.
//
// Parameters:
//   since   date    ""  first day, month or year
//   until   date    ""  last day, month or year
//   person  string  ""  part of the speaker's name or of an alias
//   least   int     2   at least this many articles
//   limit   int     50  at most this many rows
//
// Columns:
//   reports   how many articles report it
//   speaker   who said it
//   said      the words
//   date      the day it was said, else the day it was first reported
//   last      the day it was last reported
//   articles  their titles, else their addresses or names, the earliest first
//   id        the statement, for the query evidence
MATCH (s:Statement)
WHERE s.reports >= $least
WITH s, coalesce(s.date, s.firstReported, '') AS date
WHERE (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
MATCH (speaker)-[:SAID]->(s)
WHERE $person = ''
   OR any(name IN [speaker.name] + coalesce(speaker.aliases, []) WHERE toLower(name) CONTAINS toLower($person))
WITH s, speaker, date
ORDER BY s.reports DESC, date, s.id
LIMIT $limit
RETURN s.reports AS reports,
       speaker.name AS speaker,
       s.text AS said,
       date,
       s.lastReported AS last,
       COLLECT {
         MATCH (s)-[:REPORTED_IN]->(a:Article)
         RETURN coalesce(a.title, a.url, a.name) ORDER BY a.published, a.id
       } AS articles,
       s.id AS id
ORDER BY reports DESC, date, id
