-- insert_applied: notes that a migration was applied.
-- $1 number integer, $2 name text, $3 checksum text
-- locks the new row
INSERT INTO public.schema_migrations (number, name, checksum)
VALUES ($1, $2, $3);
