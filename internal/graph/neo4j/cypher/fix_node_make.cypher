MERGE (n:LABEL {KEY: $key})
ON CREATE SET n += $props
RETURN elementId(n) AS node
