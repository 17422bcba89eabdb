-- list_applied: the migrations that were applied, by number.
-- -> number integer, name text, checksum text
-- locks nothing
SELECT number, name, checksum
FROM public.schema_migrations
ORDER BY number;
