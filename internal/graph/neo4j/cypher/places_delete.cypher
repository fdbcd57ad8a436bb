// Places that no article mentions any more, with the countries that may now be unneeded.
UNWIND $in.nodes AS node
MATCH (p:Place) WHERE elementId(p) = node AND NOT EXISTS { (p)<-[:MENTIONS]-() }
OPTIONAL MATCH (p)-[:IN]->(c:Country)
WITH p, elementId(c) AS country
DETACH DELETE p
RETURN country
