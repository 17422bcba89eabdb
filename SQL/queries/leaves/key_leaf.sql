-- key_leaf: gives a filled table its primary key, and its foreign keys to be validated.
-- $1 parent text, $2 leaf text
-- locks loans and accounts against other changes of their tables until the transaction ends
SELECT key_leaf($1, $2)::text AS keyed;
