// Which two people meet most often.
//
// Parameters:
//   person  string  ""              part of the name or of an alias of one of them
//   since   date    ""              first day, month or year
//   until   date    ""              last day, month or year
//   status  list    [held,ongoing]  count only meetings of these statuses; an empty list counts all
//   limit   int     20              at most this many rows
//
// Columns:
//   person    one of the two
//   other     the other
//   meetings  how many meetings both took part in
//   first     the earliest known day of one
//   last      the latest known day of one
//   kinds     the kinds of meetings
//   article   the latest article about the latest of them: its title, else its address or name
MATCH (person:Person)
WHERE any(name IN [person.name] + coalesce(person.aliases, []) WHERE toLower(name) CONTAINS toLower($person))
MATCH (person)-[:TOOK_PART_IN]->(m:Meeting)<-[:TOOK_PART_IN]-(other:Person)
WHERE $person <> '' OR person.id < other.id
WITH person, other, m, coalesce(m.start, '') AS date
WHERE (size($status) = 0 OR m.status IN $status)
  AND (date >= $since OR date <> '' AND $since STARTS WITH date)
  AND (date STARTS WITH $until OR date <> '' AND date < $until)
WITH person, other, m, date
ORDER BY date DESC, m.id
WITH person, other, collect(DISTINCT m) AS meetings, collect(DISTINCT m.kind) AS kinds,
     coalesce(min(nullIf(date, '')), '') AS first, max(date) AS last
ORDER BY size(meetings) DESC, last DESC, person.name, other.name, person.id, other.id
LIMIT $limit
RETURN person.name AS person,
       other.name AS other,
       size(meetings) AS meetings,
       first,
       last,
       COLLECT { UNWIND kinds AS kind RETURN kind ORDER BY kind } AS kinds,
       COLLECT {
         WITH meetings[0] AS latest
         MATCH (latest)-[r:REPORTED_IN]->(a:Article)
         RETURN coalesce(a.title, a.url, a.name)
         ORDER BY r.status = latest.status DESC, coalesce(a.published, '') DESC, a.id LIMIT 1
       }[0] AS article
ORDER BY meetings DESC, last DESC, person, other
