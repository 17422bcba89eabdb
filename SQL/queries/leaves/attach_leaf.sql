-- attach_leaf: attaches a filled table to run_transfers, or to positions if a version is given.
-- $1 leaf text, $2 day date, $3 version integer (null: run transfers), $4 first_bank bigint,
-- $5 first_loan bigint (null: all), $6 last_bank bigint, $7 until_loan bigint (null: all)
-- locks the leaf, and the parent against other changes of its table
SELECT attach_leaf($1, $2, $3, $4, $5, $6, $7)::text AS attached;
