// The most quoted people of a period.
//
// Parameters:
//   since    date    ""  first day, month or year
//   until    date    ""  last day, month or year
//   country  string  ""  code or name of the country that they represent
//   limit    int     20  at most this many rows
//
// Columns:
//   person      the full name
//   represents  the countries that the person represents
//   statements  how many different things the person said; a part of a quotation is none of its own
//   reports     how often articles reported them; an article counts once, also with near copies
//   first       the first day of one
//   last        the last day of one
//   article     the latest article that quotes the person: its title, else its address or name
MATCH (person:Person)-[:SAID]->(s:Statement)
WITH person, s, coalesce(s.date, s.firstReported, '') AS date
WHERE (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
  AND ($country = '' OR EXISTS {
    MATCH (person)-[:REPRESENTS]->(c:Country)
    WHERE toLower($country) IN [toLower(c.code), toLower(c.iso3), toLower(c.name)]
  })
MATCH (s)-[:PART_OF*0..]->(whole:Statement)
WHERE NOT EXISTS { (whole)-[:PART_OF]->(:Statement) }
WITH person, whole, collect(s) AS forms, min(nullIf(date, '')) AS first, max(date) AS last
CALL (forms) {
  UNWIND forms AS s
  MATCH (s)-[:REPORTED_IN]->(a:Article)
  WITH collect(DISTINCT a) AS articles
  RETURN size([a IN articles WHERE NOT EXISTS {
    MATCH (a)-[:COPY_OF]->(original:Article) WHERE original IN articles
  }]) AS times
}
WITH person, collect(forms) AS said, count(whole) AS statements, sum(times) AS reports,
     coalesce(min(first), '') AS first, max(last) AS last
ORDER BY statements DESC, reports DESC, person.name, person.id
LIMIT $limit
RETURN person.name AS person,
       COLLECT { MATCH (person)-[:REPRESENTS]->(c:Country) RETURN c.name AS name ORDER BY name } AS represents,
       statements,
       reports,
       first,
       last,
       COLLECT {
         UNWIND said AS forms
         UNWIND forms AS s
         MATCH (s)-[:REPORTED_IN]->(a:Article)
         RETURN coalesce(a.title, a.url, a.name) ORDER BY coalesce(a.published, '') DESC, a.id LIMIT 1
       }[0] AS article
ORDER BY statements DESC, reports DESC, person
