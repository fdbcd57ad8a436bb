// What changed between planned and held, postponed or cancelled: each change of a meeting from one report to the next.
//
// Reports count in the order of their articles' dates, and on one day from proposed to cancelled. A change is another
// status or another date.
//
// Parameters:
//   person   string  ""   part of the name or of an alias of somebody who takes part
//   country  string  ""   code or name of a country that takes part, itself or through somebody who represents it
//   since    date    ""   first day, month or year on which a change was reported
//   until    date    ""   last day, month or year on which a change was reported
//   limit    int     100  at most this many rows
//
// Columns:
//   reported        the day of the article that reports the change
//   kind            summit, meeting, talks, call, visit or conference
//   participants    who takes part
//   before          the status until then
//   after           the status since
//   date_before     the day of the meeting until then
//   date_after      the day of the meeting since
//   article_before  the article that reports the state before: its title, else its address or name
//   article         the article that reports the change
//   id              the meeting, for the query evidence
MATCH (m:Meeting)
WHERE m.reports > 1
  AND ($person = '' OR EXISTS {
    MATCH (m)<-[:TOOK_PART_IN]-(p:Person)
    WHERE any(name IN [p.name] + coalesce(p.aliases, []) WHERE toLower(name) CONTAINS toLower($person))
  })
  AND ($country = '' OR EXISTS {
    MATCH (m)<-[:TOOK_PART_IN]-(:Person|Country)-[:REPRESENTS*0..1]->(c:Country)
    WHERE toLower($country) IN [toLower(c.code), toLower(c.iso3), toLower(c.name)]
  })
MATCH (m)-[r:REPORTED_IN]->(a:Article)
WITH m, r, a, ['proposed', 'planned', 'postponed', 'ongoing', 'held', 'cancelled'] AS course
ORDER BY m.id, coalesce(r.asOf, ''), head([i IN range(0, 5) WHERE course[i] = r.status]), a.id
WITH m, collect({report: r, article: a}) AS reports
UNWIND range(1, size(reports) - 1) AS i
WITH m, reports[i - 1].report AS old, reports[i - 1].article AS oldArticle,
     reports[i].report AS new, reports[i].article AS article
WITH *, coalesce(old.start, '') AS oldDate, coalesce(new.start, old.start, '') AS newDate,
     coalesce(new.asOf, '') AS reported
WHERE (old.status <> new.status OR oldDate <> newDate)
  AND (reported >= $since OR reported <> '' AND $since STARTS WITH reported)
  AND (reported STARTS WITH $until OR reported <> '' AND reported < $until)
RETURN reported,
       m.kind AS kind,
       COLLECT { MATCH (m)<-[:TOOK_PART_IN]-(who) RETURN who.name AS name ORDER BY name } AS participants,
       old.status AS before,
       new.status AS after,
       oldDate AS date_before,
       newDate AS date_after,
       coalesce(oldArticle.title, oldArticle.url, oldArticle.name) AS article_before,
       coalesce(article.title, article.url, article.name) AS article,
       m.id AS id
ORDER BY reported, id, article
LIMIT $limit
