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
//   reports     how often articles reported them; an article and its near copies count once
//   first       the first day of one
//   last        the last day of one
//   article     the latest article that quotes the person: its title, else its address or name
MATCH (person:Person)-[:SAID]->(s:Statement)
WITH person, s,
     COUNT {
       MATCH (s)-[:REPORTED_IN]->(a:Article)
       WHERE NOT EXISTS { (a)-[:COPY_OF]->(:Article)<-[:REPORTED_IN]-(s) }
     } AS times, coalesce(s.date, s.firstReported, '') AS date
WHERE (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
  AND ($country = '' OR EXISTS {
    MATCH (person)-[:REPRESENTS]->(c:Country)
    WHERE toLower($country) IN [toLower(c.code), toLower(c.iso3), toLower(c.name)]
  })
WITH person, collect(s) AS said, sum(times) AS reports,
     sum(CASE WHEN EXISTS { (s)-[:PART_OF]->() } THEN 0 ELSE 1 END) AS statements,
     coalesce(min(nullIf(date, '')), '') AS first, max(date) AS last
ORDER BY statements DESC, reports DESC, person.name, person.id
LIMIT $limit
RETURN person.name AS person,
       COLLECT { MATCH (person)-[:REPRESENTS]->(c:Country) RETURN c.name AS name ORDER BY name } AS represents,
       statements,
       reports,
       first,
       last,
       COLLECT {
         UNWIND said AS s
         MATCH (s)-[:REPORTED_IN]->(a:Article)
         RETURN coalesce(a.title, a.url, a.name) ORDER BY coalesce(a.published, '') DESC, a.id LIMIT 1
       }[0] AS article
ORDER BY statements DESC, reports DESC, person
