// The sentence behind a fact, with its article: where each report of a statement or a meeting is written.
//
// A fact is named by its id, which most queries return, or by its words: some of what was said, or the names of people
// and countries that met, with spaces between them. A meeting is found also by an id that it had before.
//
// Parameters:
//   fact   string  required  id of a statement or meeting, or words of it
//   limit  int     50        at most this many rows
//
// Columns:
//   fact       statement or meeting
//   who        the speaker, or who takes part
//   says       what this report says of it: of a statement its kind and addressees, of a meeting status and date
//   words      the words in the article
//   sentence   the line in which they stand, cut 200 characters before and after them
//   at         where they begin in the article's text, in characters from 0
//   article    the title, else the address or name
//   source     who published it
//   published  when
//   url        the address
//   id         the id of the statement or meeting
CALL () {
  MATCH (fact:Statement)
  WHERE fact.id = $fact OR toLower(fact.text) CONTAINS toLower($fact)
  RETURN fact, COLLECT { MATCH (fact)<-[:SAID]-(who) RETURN who.name AS name ORDER BY name } AS who
  UNION
  MATCH (fact:Meeting)
  WHERE fact.id = $fact OR $fact IN fact.formerIds OR all(word IN split(toLower($fact), ' ') WHERE EXISTS {
    MATCH (fact)<-[:TOOK_PART_IN]-(side)
    WHERE toLower(side.name) CONTAINS word
  })
  RETURN fact, COLLECT { MATCH (fact)<-[:TOOK_PART_IN]-(who) RETURN who.name AS name ORDER BY name } AS who
}
MATCH (fact)-[r:REPORTED_IN]->(a:Article)
WITH fact, who, r, a, head(r.starts) AS start, last(r.ends) AS end
ORDER BY a.published, a.id, start, fact.id
LIMIT $limit
RETURN toLower(head(labels(fact))) AS fact,
       CASE who WHEN [] THEN [r.speakerText] ELSE who END AS who,
       CASE WHEN fact:Statement
            THEN r.kind + reduce(to = '', words IN coalesce(r.addresseeTexts, []) | to + ', to ' + words)
            ELSE trim(r.status + ' ' + coalesce(r.start, '')) END AS says,
       [i IN range(0, size(r.starts) - 1) | substring(a.text, r.starts[i], r.ends[i] - r.starts[i])] AS words,
       trim(right(last(split(left(a.text, start), '\n')), 200)
         + substring(a.text, start, end - start)
         + left(head(split(substring(a.text, end), '\n')), 200)) AS sentence,
       start AS at,
       coalesce(a.title, a.url, a.name) AS article,
       coalesce(a.source, '') AS source,
       coalesce(a.published, '') AS published,
       coalesce(a.url, '') AS url,
       fact.id AS id
ORDER BY published, article, at, id
