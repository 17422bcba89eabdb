-- drop_leaf: drops a table that was filled and never attached.
-- $1 leaf text
-- locks the leaf
SELECT drop_leaf($1)::text AS dropped;
