// What is known of a person, in order of time: meetings, own words, and words of others about the person.
//
// Parameters:
//   person  string  required  part of the person's name or of an alias
//   since   date    ""        first day, month or year
//   until   date    ""        last day, month or year
//   limit   int     200       at most this many rows
//
// Columns:
//   date     the day it happened or was said, else the day it was first reported
//   person   the full name
//   what     the status of a meeting (held, planned, cancelled ...), "said" or "said of"
//   with     who else takes part; who speaks of the person
//   text     the meeting's kind and place; the words
//   article  the first article that says so: its title, else its address or name
//   id       the statement or meeting, for the query evidence
MATCH (person:Person)
WHERE any(name IN [person.name] + coalesce(person.aliases, []) WHERE toLower(name) CONTAINS toLower($person))
CALL (person) {
  MATCH (person)-[:TOOK_PART_IN]->(fact:Meeting)
  WITH person, fact,
       COLLECT {
         MATCH (fact)-[:HELD_IN]->(where:Place|Country)
         RETURN where.name ORDER BY where:Country, where.name
       } AS places
  RETURN fact, fact.start AS date, fact.status AS what,
         COLLECT {
           MATCH (fact)<-[:TOOK_PART_IN]-(other) WHERE other <> person
           RETURN other.name AS name ORDER BY name
         } AS with,
         reduce(all = fact.kind, place IN places | all + ', ' + place) AS text
  UNION ALL
  MATCH (person)-[:SAID]->(fact:Statement)
  RETURN fact, fact.date AS date, 'said' AS what, [] AS with, fact.text AS text
  UNION ALL
  MATCH (person)<-[:ABOUT]-(fact:Statement)
  WHERE NOT EXISTS { (person)-[:SAID]->(fact) }
  RETURN fact, fact.date AS date, 'said of' AS what,
         COLLECT { MATCH (fact)<-[:SAID]-(speaker) RETURN speaker.name AS name ORDER BY name } AS with,
         fact.text AS text
}
CALL (fact) {
  MATCH (fact)-[r:REPORTED_IN]->(a:Article)
  RETURN coalesce(a.title, a.url, a.name) AS article, a.published AS published
  ORDER BY coalesce(r.status = fact.status, true) DESC, a.published, a.id LIMIT 1
}
WITH person, fact, what, with, text, article, coalesce(date, published, '') AS date
WHERE (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
RETURN date,
       person.name AS person,
       what,
       with,
       text,
       article,
       fact.id AS id
ORDER BY date, person, what, id
LIMIT $limit
