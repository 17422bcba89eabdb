-- insert_leaf: a table was filled.
-- $1 bank_id bigint, $2 leaf text, $3 known text, $4 outcome jsonb
-- locks the new row
INSERT INTO run_leaves (bank_id, leaf, known, outcome) VALUES ($1, $2, $3, $4);
