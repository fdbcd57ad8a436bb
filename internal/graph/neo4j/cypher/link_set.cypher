// By way of a node that has few of them, as in link_delete.
UNWIND $in.rows AS row
MATCH (n) WHERE elementId(n) = row.node
MATCH (n)-[r:TOOK_PART_IN|REPRESENTS]-() WHERE elementId(r) = row.link
SET r = row.props
