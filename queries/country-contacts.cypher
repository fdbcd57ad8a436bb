// Which countries meet each other most often.
//
// A country takes part itself or through somebody who represents it.
//
// Parameters:
//   country  string  ""              code or name of one of the two
//   since    date    ""              first day, month or year
//   until    date    ""              last day, month or year
//   status   list    [held,ongoing]  count only meetings of these statuses; an empty list counts all
//   limit    int     20              at most this many rows
//
// Columns:
//   country   one of the two
//   other     the other
//   meetings  how many meetings both took part in
//   first     the earliest known day of one
//   last      the latest known day of one
//   article   the latest article about the latest of them: its title, else its address or name
MATCH (m:Meeting)
WITH m, coalesce(m.start, '') AS date
WHERE (size($status) = 0 OR m.status IN $status)
  AND (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
MATCH (m)<-[:TOOK_PART_IN]-(:Person|Country)-[:REPRESENTS*0..1]->(side:Country)
WITH m, date, collect(DISTINCT side) AS sides
UNWIND sides AS country
UNWIND sides AS other
WITH m, date, country, other
WHERE country <> other
  AND ($country = '' AND country.code < other.code
    OR toLower($country) IN [toLower(country.code), toLower(country.iso3), toLower(country.name)])
WITH m, date, country, other
ORDER BY date DESC, m.id
WITH country, other, collect(m) AS meetings, coalesce(min(nullIf(date, '')), '') AS first, max(date) AS last
ORDER BY size(meetings) DESC, last DESC, country.code, other.code
LIMIT $limit
RETURN country.name AS country,
       other.name AS other,
       size(meetings) AS meetings,
       first,
       last,
       COLLECT {
         WITH meetings[0] AS latest
         MATCH (latest)-[r:REPORTED_IN]->(a:Article)
         RETURN coalesce(a.title, a.url, a.name)
         ORDER BY r.status = latest.status DESC, coalesce(a.published, '') DESC, a.id LIMIT 1
       }[0] AS article
ORDER BY meetings DESC, last DESC, country, other
