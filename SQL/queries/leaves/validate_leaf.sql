-- validate_leaf: validates the foreign keys of a filled table.
-- $1 leaf text
-- locks the leaf against other changes of its table
SELECT validate_leaf($1)::text AS validated;
