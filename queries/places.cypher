// Where most meetings take place.
//
// Parameters:
//   since   date  ""              first day, month or year
//   until   date  ""              last day, month or year
//   status  list  [held,ongoing]  count only meetings of these statuses; an empty list counts all
//   limit   int   20              at most this many rows
//
// Columns:
//   place     the city, venue or region
//   country   the country it lies in
//   meetings  how many meetings
//   people    how many people took part in one
//   first     the earliest known day of one
//   last      the latest known day of one
//   article   the latest article about the latest of them: its title, else its address or name
MATCH (place:Place)<-[:HELD_IN]-(m:Meeting)
WITH place, m, coalesce(m.start, '') AS date
WHERE (size($status) = 0 OR m.status IN $status)
  AND (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
WITH place, m, date
ORDER BY date DESC, m.id
WITH place, collect(m) AS meetings, coalesce(min(nullIf(date, '')), '') AS first, max(date) AS last
ORDER BY size(meetings) DESC, last DESC, place.name, place.id
LIMIT $limit
RETURN place.name AS place,
       COLLECT { MATCH (place)-[:IN]->(c:Country) RETURN c.name AS name ORDER BY name }[0] AS country,
       size(meetings) AS meetings,
       COUNT { UNWIND meetings AS m MATCH (m)<-[:TOOK_PART_IN]-(p:Person) RETURN DISTINCT p } AS people,
       first,
       last,
       COLLECT {
         WITH meetings[0] AS latest
         MATCH (latest)-[r:REPORTED_IN]->(a:Article)
         RETURN coalesce(a.title, a.url, a.name)
         ORDER BY r.status = latest.status DESC, coalesce(a.published, '') DESC, a.id LIMIT 1
       }[0] AS article
ORDER BY meetings DESC, last DESC, place, country
