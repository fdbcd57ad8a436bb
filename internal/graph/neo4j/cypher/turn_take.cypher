// Waits until no other load or deletion is under way, and lets none begin before the transaction ends: the lock on the
// index entry of a unique key, which outlives the node. The node itself is never seen.
MERGE (a:Article {id: ''})
DELETE a
