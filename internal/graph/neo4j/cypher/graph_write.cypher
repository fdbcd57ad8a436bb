// Writes the changes of a batch: makes nodes, sets properties, makes relationships. Nodes are numbered from 0 on, first the
// stored ones, then the new ones by label in this order. A relationship is a list: the numbers of its ends, and its
// properties where its type has any; a MATCH for each end would be three times the work. New nodes are merged for the
// case that another program has made them meanwhile. What they are called by then is returned in their order.
CALL () { UNWIND $in.stored AS id MATCH (n) WHERE elementId(n) = id RETURN collect(n) AS stored }
CALL () { UNWIND $in.Article AS props MERGE (n:Article {id: props.id}) ON CREATE SET n += props ON MATCH SET n = props RETURN collect(n) AS articles }
CALL () { UNWIND $in.Meeting AS props MERGE (n:Meeting {id: props.id}) ON CREATE SET n += props ON MATCH SET n = props RETURN collect(n) AS meetings }
CALL () { UNWIND $in.Person AS props MERGE (n:Person {id: props.id}) ON CREATE SET n += props ON MATCH SET n = props RETURN collect(n) AS people }
CALL () { UNWIND $in.Country AS props MERGE (n:Country {code: props.code}) ON CREATE SET n += props ON MATCH SET n = props RETURN collect(n) AS countries }
CALL () { UNWIND $in.Organization AS props MERGE (n:Organization {id: props.id}) ON CREATE SET n += props ON MATCH SET n = props RETURN collect(n) AS organizations }
CALL () { UNWIND $in.Place AS props MERGE (n:Place {id: props.id}) ON CREATE SET n += props ON MATCH SET n = props RETURN collect(n) AS places }
CALL () { UNWIND $in.Statement AS props MERGE (n:Statement {id: props.id}) ON CREATE SET n += props ON MATCH SET n = props RETURN collect(n) AS statements }
WITH stored, stored + articles + meetings + people + countries + organizations + places + statements AS n
FOREACH (x IN $in.set | FOREACH (a IN [n[x.node]] | SET a = x.props))
FOREACH (l IN $in.MENTIONS | FOREACH (a IN [n[l[0]]] | FOREACH (b IN [n[l[1]]] |
  CREATE (a)-[r:MENTIONS]->(b) SET r += l[2])))
FOREACH (l IN $in.REPORTED_IN | FOREACH (a IN [n[l[0]]] | FOREACH (b IN [n[l[1]]] |
  CREATE (a)-[r:REPORTED_IN]->(b) SET r += l[2])))
FOREACH (l IN $in.TOOK_PART_IN | FOREACH (a IN [n[l[0]]] | FOREACH (b IN [n[l[1]]] |
  CREATE (a)-[r:TOOK_PART_IN]->(b) SET r += l[2])))
FOREACH (l IN $in.REPRESENTS | FOREACH (a IN [n[l[0]]] | FOREACH (b IN [n[l[1]]] |
  CREATE (a)-[r:REPRESENTS]->(b) SET r += l[2])))
FOREACH (l IN $in.SAID | FOREACH (a IN [n[l[0]]] | FOREACH (b IN [n[l[1]]] | CREATE (a)-[:SAID]->(b))))
FOREACH (l IN $in.ABOUT | FOREACH (a IN [n[l[0]]] | FOREACH (b IN [n[l[1]]] | CREATE (a)-[:ABOUT]->(b))))
FOREACH (l IN $in.SAID_TO | FOREACH (a IN [n[l[0]]] | FOREACH (b IN [n[l[1]]] | CREATE (a)-[:SAID_TO]->(b))))
FOREACH (l IN $in.HELD_IN | FOREACH (a IN [n[l[0]]] | FOREACH (b IN [n[l[1]]] | CREATE (a)-[:HELD_IN]->(b))))
FOREACH (l IN $in.IN | FOREACH (a IN [n[l[0]]] | FOREACH (b IN [n[l[1]]] | CREATE (a)-[:IN]->(b))))
FOREACH (l IN $in.COPY_OF | FOREACH (a IN [n[l[0]]] | FOREACH (b IN [n[l[1]]] | CREATE (a)-[:COPY_OF]->(b))))
FOREACH (l IN $in.PART_OF | FOREACH (a IN [n[l[0]]] | FOREACH (b IN [n[l[1]]] | CREATE (a)-[:PART_OF]->(b))))
RETURN size(stored) AS stored, [x IN n[size(stored)..] | elementId(x)] AS made
