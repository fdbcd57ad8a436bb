// Which articles mean one person, and by which rule: all whose name has the words, and bare names that stayed alone.
//
// Parameters:
//   name   string  ""   a name or a part of one
//   limit  int     200  at most this many rows
//
// Columns:
//   person      the full name in the graph
//   name        the fullest name in the article
//   rule        which rule led from the one to the other; "graphload people --help" lists them
//   reason      an analyst's reason, for the rule identities
//   represents  code of the country that the person represents in the article
//   published   date of the article
//   article     its title, else its address or name
//   id          the person's id
MATCH (person:Person)
WHERE any(name IN [person.name] + coalesce(person.aliases, []) WHERE toLower(name) CONTAINS toLower($name))
   OR (person.id CONTAINS '@' AND toLower(person.name) IN split(toLower($name), ' '))
MATCH (a:Article)-[m:MENTIONS]->(person)
RETURN person.name AS person,
       m.name AS name,
       m.rule AS rule,
       coalesce(m.reason, '') AS reason,
       coalesce(m.represents, '') AS represents,
       coalesce(a.published, '') AS published,
       coalesce(a.title, a.url, a.name) AS article,
       person.id AS id
ORDER BY person, id, published, article, a.id
LIMIT $limit
