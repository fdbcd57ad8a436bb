// The shortest way from one person to another through meetings that both sides of each step took part in.
//
// Where several people bear a name, the one with the most meetings is taken. Where several ways are equally short, one
// is chosen that stays the same as long as the graph does. The way has at most eight meetings.
//
// Parameters:
//   from    string  required        part of the name or of an alias of the first person
//   to      string  required        the same of the last person
//   status  list    [held,ongoing]  go only through meetings of these statuses; an empty list takes all
//
// Columns:
//   step     the step's number, from 1
//   person   who
//   meeting  the kind of the meeting
//   date     its day; empty where no report gives one
//   place    where it was
//   other    whom the person met there
//   article  the latest article about the meeting: its title, else its address or name
//   id       the meeting, for the query evidence
CALL () {
  MATCH (p:Person)
  WHERE any(name IN [p.name] + coalesce(p.aliases, []) WHERE toLower(name) CONTAINS toLower($from))
  RETURN p AS first ORDER BY COUNT { (p)-[:TOOK_PART_IN]->() } DESC, p.id LIMIT 1
}
CALL (first) {
  MATCH (p:Person)
  WHERE p <> first
    AND any(name IN [p.name] + coalesce(p.aliases, []) WHERE toLower(name) CONTAINS toLower($to))
  RETURN p AS last ORDER BY COUNT { (p)-[:TOOK_PART_IN]->() } DESC, p.id LIMIT 1
}
MATCH path = allShortestPaths((first)-[:TOOK_PART_IN*..16]-(last))
WHERE all(n IN nodes(path) WHERE n:Person OR n:Meeting AND (size($status) = 0 OR n.status IN $status))
WITH nodes(path) AS way
ORDER BY reduce(key = '', n IN way | key + n.id + ' ')
LIMIT 1
UNWIND range(0, size(way) - 3, 2) AS i
WITH i / 2 + 1 AS step, way[i] AS person, way[i + 1] AS m, way[i + 2] AS other
RETURN step,
       person.name AS person,
       m.kind AS meeting,
       coalesce(m.start, '') AS date,
       COLLECT {
         MATCH (m)-[:HELD_IN]->(where:Place|Country)
         RETURN where.name ORDER BY where:Country, where.name
       } AS place,
       other.name AS other,
       COLLECT {
         MATCH (m)-[r:REPORTED_IN]->(a:Article)
         RETURN coalesce(a.title, a.url, a.name)
         ORDER BY r.status = m.status DESC, coalesce(a.published, '') DESC, a.id LIMIT 1
       }[0] AS article,
       m.id AS id
ORDER BY step
