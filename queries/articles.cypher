// The articles that hold some words, the latest first, with what was found in them.
//
// The words are looked up in title and text as whole words, in any case; an article must hold all of them.
//
// Parameters:
//   words   string  required  the words, with spaces between them
//   source  string  ""        part of the publisher's name
//   since   date    ""        first day, month or year
//   until   date    ""        last day, month or year
//   limit   int     50        at most this many rows
//
// Columns:
//   published   the day of publication
//   source      who published it
//   article     the title, else the address or name
//   people      whom it names
//   statements  how many statements it reports
//   meetings    how many meetings it reports
//   url         the address
//   id          the article's id, for the query article
WITH reduce(search = '', word IN split(replace(replace($words, '\\', ' '), '"', ' '), ' ') |
       search + CASE word WHEN '' THEN '' ELSE ' +"' + word + '"' END) AS search
WHERE search <> '' // marks alone are no words
CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh() // what has just been loaded is found, too
CALL db.index.fulltext.queryNodes('graphload_1_article_text', search) YIELD node AS a
WITH a, coalesce(a.published, '') AS published
WHERE toLower(coalesce(a.source, '')) CONTAINS toLower($source)
  AND (published >= $since OR published <> '' AND $since STARTS WITH published)
  AND (published STARTS WITH $until OR published <> '' AND published < $until)
WITH a, published
ORDER BY published DESC, a.id
LIMIT $limit
RETURN published,
       coalesce(a.source, '') AS source,
       coalesce(a.title, a.url, a.name) AS article,
       COLLECT { MATCH (a)-[:MENTIONS]->(p:Person) RETURN p.name AS name ORDER BY name } AS people,
       COUNT { (a)<-[:REPORTED_IN]-(:Statement) } AS statements,
       COUNT { (a)<-[:REPORTED_IN]-(:Meeting) } AS meetings,
       coalesce(a.url, '') AS url,
       a.id AS id
ORDER BY published DESC, id
