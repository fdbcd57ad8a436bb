// Makes the articles and locks them, in order, so that a rival load of the same article waits until this one is done;
// only then tells what was there. Setting the key to itself is what takes the lock.
UNWIND $in.ids AS id
MERGE (a:Article {id: id})
SET a.id = id
WITH a
RETURN a.id AS id, a.hash AS hash, elementId(a) AS node
