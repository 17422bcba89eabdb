-- insert_rows: rows as list_rows gives them; one that migrations have made is left as it is.
-- :table name of a table; $1 an array of rows text
-- locks the new rows
INSERT INTO :table
SELECT * FROM json_populate_recordset(CAST(NULL AS :table), CAST($1 AS text)::json)
ON CONFLICT DO NOTHING;
