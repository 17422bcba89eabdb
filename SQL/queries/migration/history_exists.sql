-- history_exists: whether this database was ever migrated.
-- -> found boolean
-- locks nothing
SELECT to_regclass('public.schema_migrations') IS NOT NULL AS found;
