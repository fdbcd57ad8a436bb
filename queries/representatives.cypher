// The people who represent a country, those who were named last first.
//
// Parameters:
//   country  string  required  code or name of the country
//   title    string  ""        part of an office or role
//   limit    int     50        at most this many rows
//
// Columns:
//   person      the full name
//   country     the country
//   titles      the offices and roles that articles give
//   first       the day of the first article that says so
//   last        the day of the last
//   statements  how many things the person said; a part of a quotation is none of its own
//   meetings    how many meetings the person took or is to take part in
//   article     the latest article that names the person: its title, else its address or name
MATCH (country:Country)
WHERE toLower($country) IN [toLower(country.code), toLower(country.iso3), toLower(country.name)]
MATCH (person:Person)-[r:REPRESENTS]->(country)
WHERE $title = '' OR any(title IN coalesce(r.titles, []) WHERE toLower(title) CONTAINS toLower($title))
WITH country, person, r
ORDER BY coalesce(r.last, '') DESC, person.name, person.id
LIMIT $limit
RETURN person.name AS person,
       country.name AS country,
       coalesce(r.titles, []) AS titles,
       coalesce(r.first, '') AS first,
       coalesce(r.last, '') AS last,
       COUNT { MATCH (person)-[:SAID]->(s) WHERE NOT EXISTS { (s)-[:PART_OF]->() } } AS statements,
       COUNT { (person)-[:TOOK_PART_IN]->() } AS meetings,
       COLLECT {
         MATCH (person)<-[:MENTIONS]-(a:Article)
         RETURN coalesce(a.title, a.url, a.name) ORDER BY coalesce(a.published, '') DESC, a.id LIMIT 1
       }[0] AS article
ORDER BY last DESC, person
