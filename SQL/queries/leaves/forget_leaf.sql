-- forget_leaf: a table was attached or dropped.
-- $1 bank_id bigint, $2 leaf text
-- locks the row
DELETE FROM run_leaves WHERE bank_id = $1 AND leaf = $2;
