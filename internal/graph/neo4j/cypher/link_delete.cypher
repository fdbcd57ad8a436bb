// By way of a node that has few of them: a plan made while the graph is empty looks for a relationship alone by a scan of all.
UNWIND $in.rows AS row
MATCH (n) WHERE elementId(n) = row.node
MATCH (n)-[r:SAID|ABOUT|SAID_TO|TOOK_PART_IN|HELD_IN|REPRESENTS]-() WHERE elementId(r) = row.link
DELETE r
