-- drop_keys: takes the keys and indexes off the tables of a book and keeps how they are made, in
-- the temporary table book_keys, for restore_keys; makes the partitions of the months named.
-- locks all tables of a book, and those that refer to them, until the transaction ends
DO $$
DECLARE
  tables regclass[] := ARRAY['borrowers', 'loans', 'signed_schedules', 'schedule_versions',
    'loan_payers', 'facts', 'transfers', 'run_transfers', 'positions', 'loan_states', 'outlooks'];
  item record;
  month date;
BEGIN
  CREATE TEMPORARY TABLE book_keys (place integer, owner text, definition text) ON COMMIT DROP;

  -- Foreign keys first: they stand on the others.
  FOR item IN SELECT oid, conrelid::regclass::text AS owner, conname, contype
    FROM pg_constraint
    WHERE conparentid = 0 AND (contype = 'f' AND (conrelid = ANY (tables) OR confrelid = ANY (tables))
      OR contype IN ('p', 'u') AND conrelid = ANY (tables))
    ORDER BY contype = 'f' DESC, conname
  LOOP
    INSERT INTO book_keys VALUES (CASE item.contype WHEN 'f' THEN 3 ELSE 1 END, item.owner,
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', item.owner, item.conname,
        pg_get_constraintdef(item.oid)));
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', item.owner, item.conname);
  END LOOP;

  FOR item IN SELECT indexrelid, indrelid::regclass::text AS owner
    FROM pg_index
    WHERE indrelid = ANY (tables)
  LOOP
    INSERT INTO book_keys VALUES (2, item.owner,
      replace(pg_get_indexdef(item.indexrelid), ' ON ONLY ', ' ON '));
    EXECUTE format('DROP INDEX %s', item.indexrelid::regclass);
  END LOOP;

  FOR item IN SELECT generate_series(0, current_setting('shanhai.month_count')::integer - 1) AS number
  LOOP
    month := current_setting('shanhai.first_month')::date + item.number * interval '1 month';
    PERFORM make_month(month);
    -- A run that is still to come makes tables of its own.
    CONTINUE WHEN item.number >= current_setting('shanhai.run_count')::integer;
    IF to_regclass('run_transfers_' || to_char(month, 'YYYYMM')) IS NULL THEN
      EXECUTE format('CREATE TABLE run_transfers_%s PARTITION OF run_transfers
        FOR VALUES FROM (%L, MINVALUE, MINVALUE) TO (%L, MINVALUE, MINVALUE)',
        to_char(month, 'YYYYMM'), month, (month + interval '1 month')::date);
    END IF;
    IF to_regclass('positions_' || to_char(month, 'YYYYMM') || '_1') IS NULL THEN
      EXECUTE format('CREATE TABLE positions_%s_1 PARTITION OF positions
        FOR VALUES FROM (%L, 1, MINVALUE, MINVALUE) TO (%L, 1, MAXVALUE, MAXVALUE)',
        to_char(month, 'YYYYMM'), month, month);
    END IF;
  END LOOP;
END $$;
