// What a person said over time, the earliest first.
//
// Parameters:
//   person  string  required  part of the person's name or of an alias
//   since   date    ""        first day, month or year
//   until   date    ""        last day, month or year
//   limit   int     100       at most this many rows
//
// Columns:
//   date     the day it was said, else the day it was first reported
//   person   the full name
//   said     the words
//   kind     direct, indirect or mixed
//   about    whom it is about; of a meeting its kind and date
//   reports  how many articles report it; an article and its near copies count once
//   article  the first of them: its title, else its address or name
//   id       the statement, for the query evidence
MATCH (person:Person)
WHERE any(name IN [person.name] + coalesce(person.aliases, []) WHERE toLower(name) CONTAINS toLower($person))
MATCH (person)-[:SAID]->(s:Statement)
WITH person, s, coalesce(s.date, s.firstReported, '') AS date
WHERE (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
WITH person, s, date
ORDER BY date, person.name, s.id
LIMIT $limit
RETURN date,
       person.name AS person,
       s.text AS said,
       s.kind AS kind,
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
ORDER BY date, person, id
