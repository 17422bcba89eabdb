-- The schema that SQL/migrations make, for readers; a test compares it. To write it anew:
-- SHANHAI_WRITE_SCHEMA=1 swift test --disable-xctest --filter SchemaTests

CREATE TABLE public.schema_migrations (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT schema_migrations_checksum_sha256 CHECK ((checksum ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT schema_migrations_number_positive CHECK ((number > 0))
);

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_key PRIMARY KEY (number);
