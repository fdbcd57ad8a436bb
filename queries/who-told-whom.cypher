// Who told whom what, the latest first.
//
// These are the statements of which some article says to whom they were said. A quotation that a newspaper cut is told
// with the longest form of it. A date that is less exact than the period's counts where it may fall in the period; what
// has no date falls in none.
//
// Parameters:
//   speaker  string  ""  part of the name or of an alias of a person, country or organization; a country's code
//   to       string  ""  the same of one to whom it was said; part of the words that say to whom: "reporters", "board"
//   country  string  ""  code or name of the country that the speaker is or represents
//   since    date    ""  first day, month or year
//   until    date    ""  last day, month or year
//   limit    int     50  at most this many rows
//
// Columns:
//   date      the day it was said, else the day it was first reported
//   speaker   who said it; for an unnamed speaker the words of the article
//   to        to whom it was said; of those without a name the words of the articles
//   said      the words, the longest that an article has
//   reports   how many articles report it or a part of it; an article and its near copies count once
//   articles  those that say to whom: their titles, else their addresses or names, the earliest first
//   id        the statement, for the query evidence
MATCH (form:Statement)-[r:REPORTED_IN]->(:Article)
WHERE r.addresseeTexts IS NOT NULL
  AND (any(words IN r.addresseeTexts WHERE toLower(words) CONTAINS toLower($to)) OR EXISTS {
    MATCH (form)-[:SAID_TO]->(addressee)
    WHERE addressee.code = toUpper($to)
       OR any(name IN [addressee.name] + coalesce(addressee.aliases, []) WHERE toLower(name) CONTAINS toLower($to))
  })
MATCH (form)-[:PART_OF*0..]->(s:Statement)
WHERE NOT EXISTS { (s)-[:PART_OF]->(:Statement) }
WITH DISTINCT s, coalesce(s.date, s.firstReported, '') AS date
WHERE (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
OPTIONAL MATCH (speaker)-[:SAID]->(s)
WITH s, date, speaker
WHERE (speaker.code = toUpper($speaker)
    OR any(name IN [speaker.name, s.speakerText] + coalesce(speaker.aliases, [])
           WHERE toLower(name) CONTAINS toLower($speaker)))
  AND ($country = '' OR EXISTS {
    MATCH (speaker)-[:REPRESENTS*0..1]->(home:Country)
    WHERE toLower($country) IN [toLower(home.code), toLower(home.iso3), toLower(home.name)]
  })
WITH s, date, speaker
ORDER BY date DESC, s.id
LIMIT $limit
CALL (s) {
  MATCH (s)<-[:PART_OF*0..]-(:Statement)-[r:REPORTED_IN]->(a:Article)
  WITH a, count(r.addresseeTexts) > 0 AS tells ORDER BY a.published, a.id
  RETURN collect(a) AS articles, collect(CASE WHEN tells THEN coalesce(a.title, a.url, a.name) END) AS telling
}
CALL (s) {
  CALL (s) {
    MATCH (s)<-[:PART_OF*0..]-(:Statement)-[:SAID_TO]->(addressee)
    RETURN addressee.name AS name
    UNION
    MATCH (s)<-[:PART_OF*0..]-(:Statement)-[r:REPORTED_IN]->(:Article)
    WHERE r.addresseeTexts IS NOT NULL
    UNWIND range(0, size(r.addresseeTexts) - 1) AS i
    WITH r.addresseeTexts[i] AS name, r.addressees[i] AS named
    WHERE coalesce(named, '') = ''
    RETURN name
  }
  WITH name ORDER BY name
  RETURN collect(name) AS to
}
RETURN date,
       coalesce(speaker.name, s.speakerText, '') AS speaker,
       to,
       s.text AS said,
       size([a IN articles WHERE NOT EXISTS {
         MATCH (a)-[:COPY_OF]->(original:Article) WHERE original IN articles
       }]) AS reports,
       telling AS articles,
       s.id AS id
ORDER BY date DESC, id
