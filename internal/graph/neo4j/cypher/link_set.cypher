UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.link
SET r = row.props
