-- create_history: the table of the migrations that were applied, one row each.
-- locks nothing that was there before
CREATE TABLE public.schema_migrations (
  number     integer     NOT NULL CONSTRAINT schema_migrations_key PRIMARY KEY,
  name       text        NOT NULL,
  checksum   text        NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT schema_migrations_number_positive CHECK (number > 0),
  CONSTRAINT schema_migrations_checksum_sha256 CHECK (checksum ~ '^[0-9a-f]{64}$')
);
