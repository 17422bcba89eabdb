-- Provisions are booked: by which rule a bank makes them, and what a run books of no loan.

INSERT INTO accounts (account, name_zh, name_en, side, parent, source) VALUES
  ('6701', '资产减值损失', 'Impairment losses', 'debit', NULL,
    '企业会计准则——应用指南 (财会〔2006〕18号), appendix'),
  ('670101', '资产减值损失—贷款', 'Impairment losses on loans', 'debit', '6701',
    'second level of the program');

-- bank is 'any' for a row that holds for all without rows of their own.
CREATE TABLE provision_policies (
  bank text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  regime text COLLATE "C" NOT NULL,
  substandard_percent integer NOT NULL,
  doubtful_percent integer NOT NULL,
  source text NOT NULL,
  CONSTRAINT provision_policies_pkey PRIMARY KEY (bank, valid_from),
  CONSTRAINT provision_policies_band CHECK (
    regime = 'guideline-2002' AND substandard_percent BETWEEN 20 AND 30
      AND doubtful_percent BETWEEN 40 AND 60
    OR regime = 'coefficients-2012' AND substandard_percent = 30 AND doubtful_percent = 60)
);
SELECT place_table('provision_policies', NULL);

-- What a run books for the bank as a whole: a row a run and kind, in the run's transaction.
CREATE TABLE bank_transfers (
  bank_id bigint NOT NULL,
  booked_on date NOT NULL,
  run_number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  debit_account text COLLATE "C" NOT NULL,
  credit_account text COLLATE "C" NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT bank_transfers_pkey PRIMARY KEY (bank_id, run_number, kind),
  CONSTRAINT bank_transfers_amount_positive CHECK (amount > 0),
  CONSTRAINT bank_transfers_two_accounts CHECK (debit_account <> credit_account)
);
SELECT place_table('bank_transfers', 'bank_id');
ALTER TABLE bank_transfers
  ADD CONSTRAINT bank_transfers_run_fkey FOREIGN KEY (bank_id, run_number)
    REFERENCES accrual_runs,
  ADD CONSTRAINT bank_transfers_debit_fkey FOREIGN KEY (debit_account) REFERENCES accounts,
  ADD CONSTRAINT bank_transfers_credit_fkey FOREIGN KEY (credit_account) REFERENCES accounts;

-- What facts and loans in runs moved on the account of provisions: some rows of many.
CREATE INDEX transfers_of_provisions ON transfers (bank_id, booked_on)
  WHERE debit_account = '1304' OR credit_account = '1304';
CREATE INDEX run_transfers_of_provisions ON run_transfers (bank_id, booked_on)
  WHERE debit_account = '1304' OR credit_account = '1304';

-- Gives a filled table its primary key, its foreign keys to be validated, and its statistics:
-- queries before the next automatic ones are planned by them.
CREATE OR REPLACE FUNCTION key_leaf(parent text, leaf text) RETURNS void
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
  IF parent = 'run_transfers' THEN
    EXECUTE format('CREATE INDEX ON public.%I (bank_id, booked_on)
      WHERE debit_account = ''1304'' OR credit_account = ''1304''', leaf);
  END IF;
  EXECUTE format('ANALYZE public.%I (%s)', leaf, CASE parent
    WHEN 'positions' THEN 'bank_id, month, version, loan_id'
    ELSE 'bank_id, booked_on, run_number, loan_id, kind, payer' END);
END $$;

-- The books: what facts and runs have booked; of no loan what a run booked for the whole bank.
CREATE OR REPLACE VIEW postings AS
SELECT bank_id, booked_on, fact_number, NULL::integer AS run_number, loan_id, kind, payer, value_on,
  debit_account, credit_account, amount
FROM transfers
UNION ALL
SELECT t.bank_id, t.booked_on, r.fact_number, t.run_number, t.loan_id, t.kind, t.payer, t.booked_on,
  t.debit_account, t.credit_account, t.amount
FROM run_transfers t
JOIN accrual_runs r ON r.bank_id = t.bank_id AND r.run_number = t.run_number
UNION ALL
SELECT t.bank_id, t.booked_on, r.fact_number, t.run_number, NULL::bigint, t.kind, 'borrower',
  t.booked_on, t.debit_account, t.credit_account, t.amount
FROM bank_transfers t
JOIN accrual_runs r ON r.bank_id = t.bank_id AND r.run_number = t.run_number;

GRANT SELECT, INSERT ON provision_policies, bank_transfers TO shanhai_app;
