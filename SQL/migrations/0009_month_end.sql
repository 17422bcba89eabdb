-- The month's end: transfers of runs in a table of their own, positions by month and version, what
-- a run reads instead of a loan's history, and the closes of months with their steps.

-- Transfers of runs. A run writes its rows into a fresh table, gives it key and checks as a whole,
-- and attaches it: the days of a month's end are divided by bank and loan, never by row.
CREATE TABLE run_transfers (
  bank_id bigint NOT NULL,
  booked_on date NOT NULL,
  run_number integer NOT NULL,
  loan_id bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  payer text COLLATE "C" NOT NULL,
  debit_account text COLLATE "C" NOT NULL,
  credit_account text COLLATE "C" NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT run_transfers_pkey PRIMARY KEY (bank_id, loan_id, booked_on, run_number, kind, payer),
  CONSTRAINT run_transfers_amount_positive CHECK (amount > 0),
  CONSTRAINT run_transfers_two_accounts CHECK (debit_account <> credit_account),
  CONSTRAINT run_transfers_payer CHECK (payer IN ('borrower', 'finance', 'programme'))
) PARTITION BY RANGE (booked_on, bank_id, loan_id);
SELECT place_table('run_transfers', 'bank_id');

-- Positions are divided like run transfers, a version after the other.
ALTER TABLE positions RENAME TO positions_before;
ALTER TABLE positions_before RENAME CONSTRAINT positions_pkey TO positions_before_pkey;
ALTER TABLE positions_before RENAME CONSTRAINT positions_loan_fkey TO positions_before_loan_fkey;
CREATE TABLE positions (
  LIKE positions_before INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
  CONSTRAINT positions_pkey PRIMARY KEY (bank_id, month, version, loan_id)
) PARTITION BY RANGE (month, version, bank_id, loan_id);
SELECT place_table('positions', 'bank_id');

-- What is there moves over, a month at a time.
DO $$
DECLARE
  of record;
BEGIN
  FOR of IN SELECT DISTINCT date_trunc('month', booked_on)::date AS month
    FROM transfers WHERE run_number IS NOT NULL LOOP
    EXECUTE format('CREATE TABLE public.run_transfers_%s PARTITION OF public.run_transfers
      FOR VALUES FROM (%L, MINVALUE, MINVALUE) TO (%L, MINVALUE, MINVALUE)',
      to_char(of.month, 'YYYYMM'), of.month, (of.month + interval '1 month')::date);
  END LOOP;
  FOR of IN SELECT DISTINCT month, version FROM positions_before LOOP
    EXECUTE format('CREATE TABLE public.positions_%s_%s PARTITION OF public.positions
      FOR VALUES FROM (%L, %s, MINVALUE, MINVALUE) TO (%L, %s, MAXVALUE, MAXVALUE)',
      to_char(of.month, 'YYYYMM'), of.version, of.month, of.version, of.month, of.version);
  END LOOP;
END $$;
INSERT INTO run_transfers (bank_id, booked_on, run_number, loan_id, kind, payer, debit_account,
  credit_account, amount)
SELECT bank_id, booked_on, run_number, loan_id, kind, payer, debit_account, credit_account, amount
FROM transfers WHERE run_number IS NOT NULL;
DELETE FROM transfers WHERE run_number IS NOT NULL;
INSERT INTO positions SELECT * FROM positions_before;
DROP TABLE positions_before;
ALTER TABLE transfers DROP CONSTRAINT transfers_run_key;
ALTER TABLE transfers DROP COLUMN run_number;

-- A run that stopped before its positions wrote no version of them.
ALTER TABLE accrual_runs ALTER COLUMN version DROP NOT NULL;

-- The books: what facts and what runs have booked.
CREATE VIEW postings AS
SELECT bank_id, booked_on, fact_number, NULL::integer AS run_number, loan_id, kind, payer, value_on,
  debit_account, credit_account, amount
FROM transfers
UNION ALL
SELECT t.bank_id, t.booked_on, r.fact_number, t.run_number, t.loan_id, t.kind, t.payer, t.booked_on,
  t.debit_account, t.credit_account, t.amount
FROM run_transfers t
JOIN accrual_runs r ON r.bank_id = t.bank_id AND r.run_number = t.run_number;

-- What a loan that was paid out will be at the end of each day from from_on through through_on, if
-- nothing is recorded: what a run reads instead of the loan's history. Derived from facts, and made
-- anew from them whenever it does not reach.
CREATE TABLE outlooks (
  bank_id bigint NOT NULL,
  loan_id bigint NOT NULL,
  -- The loan's last fact that it knows.
  fact_number bigint NOT NULL,
  from_on date NOT NULL,
  through_on date NOT NULL,
  -- The end of the last day on which the loan earns anything; null while it is owed.
  done_on date,
  figures bytea NOT NULL,
  CONSTRAINT outlooks_pkey PRIMARY KEY (bank_id, loan_id),
  CONSTRAINT outlooks_days_in_order CHECK (from_on <= through_on)
) WITH (fillfactor = 80);
SELECT place_table('outlooks', 'bank_id');

-- Each closing of a month: over what, and after which close.
CREATE TABLE month_closes (
  bank_id bigint NOT NULL,
  month date NOT NULL,
  version integer NOT NULL,
  fact_number bigint NOT NULL,
  position_version integer NOT NULL,
  previous_digest bytea,
  digest bytea NOT NULL,
  CONSTRAINT month_closes_pkey PRIMARY KEY (bank_id, month, version),
  CONSTRAINT month_closes_month_is_first_day CHECK (date_trunc('month', month) = month),
  CONSTRAINT month_closes_digest_is_sha256 CHECK (octet_length(digest) = 32)
);
SELECT place_table('month_closes', 'bank_id');

-- What a closed month has booked, by kind, payer and accounts: what later closes and trial balances
-- add up instead of every transfer.
CREATE TABLE month_totals (
  bank_id bigint NOT NULL,
  month date NOT NULL,
  version integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  payer text COLLATE "C" NOT NULL,
  debit_account text COLLATE "C" NOT NULL,
  credit_account text COLLATE "C" NOT NULL,
  amount bigint NOT NULL,
  row_count bigint NOT NULL,
  CONSTRAINT month_totals_pkey
    PRIMARY KEY (bank_id, month, version, kind, payer, debit_account, credit_account)
);
SELECT place_table('month_totals', 'bank_id');

-- A close that was taken back.
CREATE TABLE month_reopenings (
  bank_id bigint NOT NULL,
  month date NOT NULL,
  version integer NOT NULL,
  fact_number bigint NOT NULL,
  reason text NOT NULL,
  CONSTRAINT month_reopenings_pkey PRIMARY KEY (bank_id, month, version)
);
SELECT place_table('month_reopenings', 'bank_id');

-- What each step of a month's end did: a record, no source of any figure.
CREATE TABLE close_steps (
  bank_id bigint NOT NULL,
  month date NOT NULL,
  run_number integer NOT NULL,
  step text COLLATE "C" NOT NULL,
  row_count bigint NOT NULL,
  amount bigint NOT NULL,
  microseconds bigint NOT NULL,
  finished_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT close_steps_pkey PRIMARY KEY (bank_id, month, run_number, step)
);
SELECT place_table('close_steps', 'bank_id');

-- Loans that the last run of a month could not compute, with the reason; they keep it open.
CREATE TABLE close_failures (
  bank_id bigint NOT NULL,
  month date NOT NULL,
  run_number integer NOT NULL,
  loan_id bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  CONSTRAINT close_failures_pkey PRIMARY KEY (bank_id, month, run_number, loan_id)
);
SELECT place_table('close_failures', 'bank_id');

-- Tables that a run has filled and not attached yet, so that a run that was killed goes on.
CREATE TABLE run_leaves (
  -- The bank of the first loan.
  bank_id bigint NOT NULL,
  leaf text COLLATE "C" NOT NULL,
  -- What the run knew: of each bank the number of its last fact.
  known text COLLATE "C" NOT NULL,
  outcome jsonb NOT NULL,
  CONSTRAINT run_leaves_pkey PRIMARY KEY (bank_id, leaf)
);
SELECT place_table('run_leaves', 'bank_id');

ALTER TABLE run_transfers
  ADD CONSTRAINT run_transfers_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES loans,
  ADD CONSTRAINT run_transfers_run_fkey FOREIGN KEY (bank_id, run_number) REFERENCES accrual_runs,
  ADD CONSTRAINT run_transfers_debit_fkey FOREIGN KEY (debit_account) REFERENCES accounts,
  ADD CONSTRAINT run_transfers_credit_fkey FOREIGN KEY (credit_account) REFERENCES accounts;
ALTER TABLE positions
  ADD CONSTRAINT positions_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES loans;
ALTER TABLE outlooks
  ADD CONSTRAINT outlooks_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES loans;
ALTER TABLE month_closes
  ADD CONSTRAINT month_closes_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES facts;
ALTER TABLE month_totals
  ADD CONSTRAINT month_totals_close_fkey FOREIGN KEY (bank_id, month, version)
    REFERENCES month_closes;
ALTER TABLE month_reopenings
  ADD CONSTRAINT month_reopenings_close_fkey FOREIGN KEY (bank_id, month, version)
    REFERENCES month_closes,
  ADD CONSTRAINT month_reopenings_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES facts;
ALTER TABLE close_failures
  ADD CONSTRAINT close_failures_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES loans;

ALTER TABLE facts DROP CONSTRAINT facts_kind;
ALTER TABLE facts ADD CONSTRAINT facts_kind CHECK (kind IN (
  'applied', 'document-received', 'surveyed', 'scored', 'voted', 'approved', 'refused',
  'withdrawn', 'signed', 'expired', 'condition-added', 'condition-met',
  'disbursed', 'imported', 'repaid', 'refunded', 'costs-charged', 'rate-changed', 'extended',
  'renewed', 'rescheduled', 'paused', 'graduated', 'interest-waived', 'misused', 'waived',
  'written-off', 'compensation-claimed', 'compensation-paid', 'compensation-rejected',
  'compensation-returned', 'subsidy-paid', 'subsidy-rejected', 'reversed',
  'died', 'taken-over', 'transferred', 'reminded', 'promised', 'noted', 'proposed', 'declined',
  'accrued', 'day-closed', 'month-closed', 'month-reopened', 'subsidy-claimed',
  'subsidy-confirmed'));

-- Loans from before have an outlook that reaches nowhere: the next run makes it from their facts.
INSERT INTO outlooks (bank_id, loan_id, fact_number, from_on, through_on, figures)
SELECT bank_id, loan_id, last_fact_number, DATE '1900-01-01', DATE '1900-01-01', ''
FROM loan_states
WHERE status IN ('active', 'settled', 'written-off');

-- Makes the partition of a month's facts' transfers, if it is not there.
CREATE OR REPLACE FUNCTION make_month(month date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  first_day date := date_trunc('month', month)::date;
  next_month date := (date_trunc('month', month) + interval '1 month')::date;
  leaf text := 'transfers_' || to_char(first_day, 'YYYYMM');
BEGIN
  -- Facts are what every writer of the books locks first: of two calls one waits here, holding
  -- nothing, and then finds the partition made.
  LOCK TABLE public.facts IN SHARE ROW EXCLUSIVE MODE;
  IF to_regclass(format('public.%I', leaf)) IS NULL THEN
    EXECUTE format('CREATE TABLE public.%I PARTITION OF public.transfers
      FOR VALUES FROM (%L) TO (%L)', leaf, first_day, next_month);
  END IF;
END $$;

-- Whether a name is one of a table that a run may make.
CREATE FUNCTION is_leaf_name(leaf text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT leaf ~ '^(run_transfers|positions)_[0-9]{6}_[0-9a-z_]{1,40}$'
$$;

-- Makes an empty table like run_transfers or positions, beside them.
CREATE FUNCTION make_leaf(parent text, leaf text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT is_leaf_name(leaf) OR NOT starts_with(leaf, parent || '_') THEN
    RAISE EXCEPTION 'leaf name % is not allowed for %', leaf, parent USING ERRCODE = '42602';
  END IF;
  EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)',
    leaf, parent);
  EXECUTE format('GRANT SELECT, INSERT ON public.%I TO shanhai_app', leaf);
END $$;

-- Gives a filled table its primary key, its foreign keys to be validated, and its statistics:
-- queries before the next automatic ones are planned by them.
CREATE FUNCTION key_leaf(parent text, leaf text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET maintenance_work_mem = '256MB' AS $$
DECLARE
  of record;
BEGIN
  IF NOT is_leaf_name(leaf) OR NOT starts_with(leaf, parent || '_') THEN
    RAISE EXCEPTION 'leaf name % is not allowed for %', leaf, parent USING ERRCODE = '42602';
  END IF;
  FOR of IN SELECT contype, pg_get_constraintdef(oid) AS definition, conname
    FROM pg_constraint
    WHERE conrelid = format('public.%I', parent)::regclass AND contype IN ('p', 'f')
      -- The run itself is recorded when its tables are attached.
      AND conname <> 'run_transfers_run_fkey'
    ORDER BY contype DESC
  LOOP
    EXECUTE format('ALTER TABLE public.%I ADD CONSTRAINT %I %s%s', leaf,
      replace(of.conname, parent, leaf), of.definition,
      CASE of.contype WHEN 'f' THEN ' NOT VALID' ELSE '' END);
  END LOOP;
  EXECUTE format('ANALYZE public.%I (%s)', leaf, CASE parent
    WHEN 'positions' THEN 'bank_id, month, version, loan_id'
    ELSE 'bank_id, booked_on, run_number, loan_id, kind, payer' END);
END $$;

-- Validates the foreign keys of a filled table, as a whole.
CREATE FUNCTION validate_leaf(leaf text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of record;
BEGIN
  IF NOT is_leaf_name(leaf) THEN
    RAISE EXCEPTION 'leaf name % is not allowed', leaf USING ERRCODE = '42602';
  END IF;
  FOR of IN SELECT conname FROM pg_constraint
    WHERE conrelid = format('public.%I', leaf)::regclass AND contype = 'f' AND NOT convalidated
  LOOP
    EXECUTE format('ALTER TABLE public.%I VALIDATE CONSTRAINT %I', leaf, of.conname);
  END LOOP;
END $$;

-- Attaches a filled table: the loans of a day, or of a month's version, from one loan of one bank
-- until before another; null for all loans of the bank.
CREATE FUNCTION attach_leaf(leaf text, day date, version integer, first_bank bigint,
  first_loan bigint, last_bank bigint, until_loan bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  parent text := CASE WHEN version IS NULL THEN 'run_transfers' ELSE 'positions' END;
  place text := quote_literal(day) || coalesce(', ' || version, '');
BEGIN
  IF NOT is_leaf_name(leaf) OR NOT starts_with(leaf, parent || '_') THEN
    RAISE EXCEPTION 'leaf name % is not allowed for %', leaf, parent USING ERRCODE = '42602';
  END IF;
  EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES
    FROM (%s, %s, %s) TO (%s, %s, %s)', parent, leaf,
    place, first_bank, coalesce(first_loan::text, 'MINVALUE'),
    place, last_bank, coalesce(until_loan::text, 'MAXVALUE'));
END $$;

-- Drops a table that was filled and never attached.
CREATE FUNCTION drop_leaf(leaf text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT is_leaf_name(leaf) THEN
    RAISE EXCEPTION 'leaf name % is not allowed', leaf USING ERRCODE = '42602';
  END IF;
  IF EXISTS (SELECT FROM pg_inherits WHERE inhrelid = to_regclass(format('public.%I', leaf))) THEN
    RAISE EXCEPTION 'table % holds books' , leaf USING ERRCODE = '42501';
  END IF;
  EXECUTE format('DROP TABLE IF EXISTS public.%I', leaf);
END $$;

GRANT SELECT ON postings TO shanhai_app;
GRANT SELECT, INSERT ON run_transfers, positions, month_closes, month_totals, month_reopenings,
  close_steps, close_failures TO shanhai_app;
GRANT SELECT, INSERT, UPDATE ON outlooks TO shanhai_app;
GRANT SELECT, INSERT, DELETE ON run_leaves TO shanhai_app;
GRANT UPDATE, DELETE ON close_steps, close_failures TO shanhai_app;
REVOKE EXECUTE ON FUNCTION make_leaf(text, text), key_leaf(text, text), validate_leaf(text),
  attach_leaf(text, date, integer, bigint, bigint, bigint, bigint), drop_leaf(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_leaf(text, text), key_leaf(text, text), validate_leaf(text),
  attach_leaf(text, date, integer, bigint, bigint, bigint, bigint), drop_leaf(text) TO shanhai_app;
