// What unnamed sources say, the latest first.
//
// Parameters:
//   source  string  ""   part of the words that say who it is: "diplomat", "official"
//   about   string  ""   part of the name of a person, country or organization that is talked about; a country's code
//   since   date    ""   first day, month or year
//   until   date    ""   last day, month or year
//   limit   int     100  at most this many rows
//
// Columns:
//   date       the day it was said, else the day it was first reported
//   source     the article's words for the source
//   said       the words
//   about      whom it is about; of a meeting its kind and date
//   article    the article: its title, else its address or name
//   publisher  who published it
//   id         the statement, for the query evidence
MATCH (s:Statement)
WHERE NOT EXISTS { (s)<-[:SAID]-() }
MATCH (s)-[r:REPORTED_IN]->(a:Article)
WHERE toLower(coalesce(r.speakerText, '')) CONTAINS toLower($source)
  AND ($about = '' OR EXISTS {
    MATCH (s)-[:ABOUT]->(topic:Person|Country|Organization)
    WHERE topic.code = toUpper($about)
       OR any(name IN [topic.name] + coalesce(topic.aliases, []) WHERE toLower(name) CONTAINS toLower($about))
  })
WITH s, r, a, coalesce(s.date, s.firstReported, '') AS date
WHERE (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
WITH s, r, a, date
ORDER BY date DESC, s.id, a.id
LIMIT $limit
RETURN date,
       coalesce(r.speakerText, '') AS source,
       s.text AS said,
       COLLECT {
         MATCH (s)-[:ABOUT]->(topic)
         RETURN DISTINCT coalesce(topic.name, topic.kind + coalesce(' ' + topic.start, '')) AS name ORDER BY name
       } AS about,
       coalesce(a.title, a.url, a.name) AS article,
       coalesce(a.source, '') AS publisher,
       s.id AS id
ORDER BY date DESC, id, article
