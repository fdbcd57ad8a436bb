UNWIND $rows AS row
MATCH (p) WHERE elementId(p) = row.from
MATCH (c) WHERE elementId(c) = row.to
MERGE (p)-[:IN]->(c)
