// What is said about a country, by the country that the speaker speaks for.
//
// Parameters:
//   country  string  required  code or name of the country that is talked about
//   by       string  ""        code or name of the speakers' country
//   since    date    ""        first day, month or year
//   until    date    ""        last day, month or year
//   limit    int     100       at most this many rows
//
// Columns:
//   by       the country that the speaker is or represents; empty where none is known
//   date     the day it was said, else the day it was first reported
//   speaker  who said it; for an unnamed speaker the words of the article
//   said     the words
//   reports  how many articles report it; an article and its near copies count once
//   article  the first of them: its title, else its address or name
//   id       the statement, for the query evidence
MATCH (country:Country)
WHERE toLower($country) IN [toLower(country.code), toLower(country.iso3), toLower(country.name)]
MATCH (country)<-[:ABOUT]-(s:Statement)
OPTIONAL MATCH (s)<-[:SAID]-(speaker)
OPTIONAL MATCH (speaker)-[:REPRESENTS*0..1]->(home:Country)
WITH s, speaker, home, coalesce(s.date, s.firstReported, '') AS date
WHERE ($by = '' OR toLower($by) IN [toLower(home.code), toLower(home.iso3), toLower(home.name)])
  AND (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
WITH DISTINCT s, speaker, date, coalesce(home.name, '') AS by
ORDER BY by = '', by, date, s.id
LIMIT $limit
CALL (s) {
  MATCH (s)-[r:REPORTED_IN]->(a:Article)
  RETURN r, coalesce(a.title, a.url, a.name) AS article ORDER BY a.published, a.id LIMIT 1
}
RETURN by,
       date,
       coalesce(speaker.name, r.speakerText) AS speaker,
       s.text AS said,
       COUNT {
         MATCH (s)-[:REPORTED_IN]->(a:Article)
         WHERE NOT EXISTS { (a)-[:COPY_OF]->(:Article)<-[:REPORTED_IN]-(s) }
       } AS reports,
       article,
       s.id AS id
ORDER BY by = '', by, date, id
