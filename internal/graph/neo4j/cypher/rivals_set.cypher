// Notes on statements whether others say the same words of another speaker; a conflict that is null goes.
UNWIND $in.rows AS row
MATCH (s) WHERE elementId(s) = row.node
SET s.conflict = row.conflict
