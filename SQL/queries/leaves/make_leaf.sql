-- make_leaf: makes an empty table like run_transfers or positions, beside them.
-- $1 parent text, $2 leaf text
-- locks nothing
SELECT make_leaf($1, $2)::text AS made;
