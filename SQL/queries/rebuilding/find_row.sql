-- find_row: whether a table has any row.
-- :table name of a table
-- locks nothing
SELECT EXISTS (SELECT FROM :table) AS is_there;
