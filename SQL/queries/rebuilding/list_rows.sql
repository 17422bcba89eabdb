-- list_rows: each row of a table as one line of JSON, in the order of its columns.
-- :table name of a table
-- locks nothing
SELECT row_to_json(t)::text AS row_text FROM :table t ORDER BY t;
