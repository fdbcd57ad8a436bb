MATCH (a:FROM_LABEL {FROM_KEY: $from})
MATCH (b:TO_LABEL {TO_KEY: $to})
CREATE (a)-[r:TYPE]->(b)
SET r = $props
RETURN 1 AS done
