MATCH (n:LABEL {KEY: $key})
RETURN elementId(n) AS node
