// Whether some mention of a node tells of the key that it has: a key begins with what names it in the article.
MATCH (n:LABEL)<-[m:MENTIONS]-(:Article)
WHERE elementId(n) = $node AND n.KEY STARTS WITH left(m.key, 32)
RETURN 1 AS one
LIMIT 1
