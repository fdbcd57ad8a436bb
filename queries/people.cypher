// The people of the graph, those whom most articles name first: a look-up by part of a name.
//
// Parameters:
//   name     string  ""  part of the name or of an alias
//   country  string  ""  code or name of the country that they represent
//   limit    int     50  at most this many rows
//
// Columns:
//   person      the full name
//   aliases     other forms of the name
//   titles      offices and roles
//   represents  the countries that the person represents
//   articles    how many articles name the person; an article and its near copies count once
//   statements  how many things the person said; a part of a quotation is none of its own
//   meetings    how many meetings the person took or is to take part in
//   article     the latest of the articles: its title, else its address or name
//   id          the person's id
MATCH (person:Person)
WHERE any(name IN [person.name] + coalesce(person.aliases, []) WHERE toLower(name) CONTAINS toLower($name))
  AND ($country = '' OR EXISTS {
    MATCH (person)-[:REPRESENTS]->(c:Country)
    WHERE toLower($country) IN [toLower(c.code), toLower(c.iso3), toLower(c.name)]
  })
WITH person, COUNT {
       MATCH (person)<-[:MENTIONS]-(a:Article)
       WHERE NOT EXISTS { (a)-[:COPY_OF]->(:Article)-[:MENTIONS]->(person) }
     } AS articles
ORDER BY articles DESC, person.name, person.id
LIMIT $limit
RETURN person.name AS person,
       coalesce(person.aliases, []) AS aliases,
       coalesce(person.titles, []) AS titles,
       COLLECT { MATCH (person)-[:REPRESENTS]->(c:Country) RETURN c.name AS name ORDER BY name } AS represents,
       articles,
       COUNT { MATCH (person)-[:SAID]->(s) WHERE NOT EXISTS { (s)-[:PART_OF]->() } } AS statements,
       COUNT { (person)-[:TOOK_PART_IN]->() } AS meetings,
       COLLECT {
         MATCH (person)<-[:MENTIONS]-(a:Article)
         RETURN coalesce(a.title, a.url, a.name) ORDER BY coalesce(a.published, '') DESC, a.id LIMIT 1
       }[0] AS article,
       person.id AS id
ORDER BY articles DESC, person, id
