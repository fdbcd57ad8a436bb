// Who said what about whom, the latest first.
//
// Without a speaker and a topic it lists every statement of the period. A date that is less exact than the period's
// counts where it may fall in the period; what has no date falls in none.
//
// Parameters:
//   speaker  string  ""  part of the name or of an alias of a person, country or organization; a country's code
//   about    string  ""  the same of the person, country or organization that is talked about
//   since    date    ""  first day, month or year
//   until    date    ""  last day, month or year
//   limit    int     50  at most this many rows
//
// Columns:
//   date     the day it was said, else the day it was first reported
//   speaker  who said it
//   said     the words
//   about    whom it is about; of a meeting its kind and date
//   reports  how many articles report it; an article and its near copies count once
//   article  the first of them: its title, else its address or name
//   id       the statement, for the query evidence
MATCH (speaker:Person|Country|Organization)
WHERE speaker.code = toUpper($speaker)
   OR any(name IN [speaker.name] + coalesce(speaker.aliases, []) WHERE toLower(name) CONTAINS toLower($speaker))
MATCH (speaker)-[:SAID]->(s:Statement)
WHERE $about = '' OR EXISTS {
  MATCH (s)-[:ABOUT]->(topic:Person|Country|Organization)
  WHERE topic.code = toUpper($about)
     OR any(name IN [topic.name] + coalesce(topic.aliases, []) WHERE toLower(name) CONTAINS toLower($about))
}
WITH speaker, s, coalesce(s.date, s.firstReported, '') AS date
WHERE (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
WITH speaker, s, date
ORDER BY date DESC, s.id, speaker.name
LIMIT $limit
RETURN date,
       speaker.name AS speaker,
       s.text AS said,
       COLLECT {
         MATCH (s)-[:ABOUT]->(topic)
         RETURN DISTINCT coalesce(topic.name, topic.kind + coalesce(' ' + topic.start, '')) AS name ORDER BY name
       } AS about,
       COUNT {
         MATCH (s)-[:REPORTED_IN]->(a:Article)
         WHERE NOT EXISTS { (a)-[:COPY_OF]->(:Article)<-[:REPORTED_IN]-(s) }
       } AS reports,
       COLLECT {
         MATCH (s)-[:REPORTED_IN]->(a:Article)
         RETURN coalesce(a.title, a.url, a.name) ORDER BY a.published, a.id LIMIT 1
       }[0] AS article,
       s.id AS id
ORDER BY date DESC, id, speaker
