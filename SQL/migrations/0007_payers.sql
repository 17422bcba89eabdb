-- Who pays beside the borrower: programmes that subsidise interest, funds that share losses, and
-- what a bank claimed of them.

-- Reference data: named schemes, each for one line and one place.

CREATE TABLE programmes (
  code text COLLATE "C" NOT NULL,
  payer text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  -- The division codes it is for begin so; empty for all.
  division_prefix text COLLATE "C" NOT NULL,
  line text NOT NULL,
  -- For agreements of this day and later, until another of the same place begins.
  valid_from date NOT NULL,
  share_note text NOT NULL,
  -- Who bears what it refuses.
  refused_owed_by text NOT NULL,
  source text NOT NULL,
  marks text NOT NULL,
  CONSTRAINT programmes_pkey PRIMARY KEY (code),
  CONSTRAINT programmes_place_key UNIQUE (payer, line, division_prefix, valid_from),
  CONSTRAINT programmes_payer CHECK (payer IN ('finance', 'programme')),
  CONSTRAINT programmes_line CHECK (
    line IN ('industry', 'microcredit', 'education', 'tourism', 'student-aid')),
  CONSTRAINT programmes_division_prefix CHECK (division_prefix ~ '^([1-9][0-9]{1,5})?$'),
  CONSTRAINT programmes_refused_owed_by CHECK (refused_owed_by IN ('borrower', 'bank'))
);

CREATE TABLE compensation_funds (
  code text COLLATE "C" NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  division_prefix text COLLATE "C" NOT NULL,
  line text NOT NULL,
  valid_from date NOT NULL,
  -- What the fund bears of overdue principal and interest.
  share_percent integer NOT NULL,
  -- It pays for loans overdue for more days than these.
  buffer_days integer NOT NULL,
  -- New lending stops when the ratio of non-performing loans is above it; 300 is 3 %.
  stop_basis_points integer NOT NULL,
  -- Only this part of a loan is covered; null for all of it.
  principal_limit bigint,
  -- Working days in which its share of recovered money is given back.
  return_workdays integer NOT NULL,
  source text NOT NULL,
  marks text NOT NULL,
  CONSTRAINT compensation_funds_pkey PRIMARY KEY (code),
  CONSTRAINT compensation_funds_place_key UNIQUE (line, division_prefix, valid_from),
  CONSTRAINT compensation_funds_line CHECK (
    line IN ('industry', 'microcredit', 'education', 'tourism', 'student-aid')),
  CONSTRAINT compensation_funds_division_prefix CHECK (division_prefix ~ '^([1-9][0-9]{1,5})?$'),
  CONSTRAINT compensation_funds_share CHECK (share_percent BETWEEN 1 AND 100),
  CONSTRAINT compensation_funds_buffer CHECK (buffer_days BETWEEN 0 AND 365),
  CONSTRAINT compensation_funds_stop_line CHECK (stop_basis_points BETWEEN 0 AND 10000),
  CONSTRAINT compensation_funds_principal_limit CHECK (principal_limit > 0),
  CONSTRAINT compensation_funds_return CHECK (return_workdays BETWEEN 1 AND 365)
);

SELECT place_table(name::regclass, NULL)
FROM unnest(ARRAY['programmes', 'compensation_funds']) AS name;

-- A subsidy that was paid too much is given back: a payment below zero.
ALTER TABLE facts DROP CONSTRAINT facts_amount_positive;
ALTER TABLE facts ADD CONSTRAINT facts_amount_positive
  CHECK (amount > 0 OR (amount < 0 AND kind = 'subsidy-paid'));

-- What belongs to a bank.

-- Who pays beside the borrower of a loan, found when it was applied for: never changed.
CREATE TABLE loan_payers (
  bank_id bigint NOT NULL,
  loan_id bigint NOT NULL,
  programme text COLLATE "C",
  fund text COLLATE "C",
  -- The fund's share of the whole loan, in per cent.
  fund_share_percent integer,
  CONSTRAINT loan_payers_pkey PRIMARY KEY (bank_id, loan_id),
  CONSTRAINT loan_payers_fund_is_whole CHECK ((fund IS NULL) = (fund_share_percent IS NULL)),
  CONSTRAINT loan_payers_fund_share CHECK (fund_share_percent BETWEEN 1 AND 100)
);

-- A numbered claim on a programme: what was accrued by a month's end and not claimed before.
CREATE TABLE subsidy_claims (
  bank_id bigint NOT NULL,
  claim_number integer NOT NULL,
  programme text COLLATE "C" NOT NULL,
  month date NOT NULL,
  -- From 1; later ones of the same month claim what a later run changed.
  batch integer NOT NULL,
  fact_number bigint NOT NULL,
  loan_count integer NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT subsidy_claims_pkey PRIMARY KEY (bank_id, claim_number),
  CONSTRAINT subsidy_claims_batch_key UNIQUE (bank_id, programme, month, batch),
  CONSTRAINT subsidy_claims_month_is_first_day CHECK (date_trunc('month', month) = month)
);

CREATE TABLE subsidy_claim_lines (
  bank_id bigint NOT NULL,
  claim_number integer NOT NULL,
  loan_id bigint NOT NULL,
  -- Below zero where a later run took back what was claimed before.
  amount bigint NOT NULL,
  -- The days it is claimed for, [from_on, until_on), and of these the days that are subsidised.
  from_on date NOT NULL,
  until_on date NOT NULL,
  days integer NOT NULL,
  -- On the last of these days: the principal, the part of it whose interest is subsidised, the
  -- yearly rate and the payer's share of it; 0 if no day is subsidised.
  principal bigint NOT NULL,
  subsidised_principal bigint NOT NULL,
  rate_e12 bigint NOT NULL,
  share_basis_points integer NOT NULL,
  CONSTRAINT subsidy_claim_lines_pkey PRIMARY KEY (bank_id, claim_number, loan_id),
  CONSTRAINT subsidy_claim_lines_amount CHECK (amount <> 0),
  CONSTRAINT subsidy_claim_lines_days CHECK (from_on <= until_on AND days >= 0)
);

CREATE TABLE subsidy_confirmations (
  bank_id bigint NOT NULL,
  claim_number integer NOT NULL,
  fact_number bigint NOT NULL,
  CONSTRAINT subsidy_confirmations_pkey PRIMARY KEY (bank_id, claim_number)
);

-- Which claim a payment or refusal, a fact of a loan, belongs to.
CREATE TABLE subsidy_settlements (
  bank_id bigint NOT NULL,
  fact_number bigint NOT NULL,
  claim_number integer NOT NULL,
  loan_id bigint NOT NULL,
  -- One request settles many loans: its key, and all that was asked for.
  request_key text COLLATE "C" NOT NULL,
  request text NOT NULL,
  CONSTRAINT subsidy_settlements_pkey PRIMARY KEY (bank_id, fact_number)
);

SELECT place_table(name::regclass, 'bank_id')
FROM unnest(ARRAY['loan_payers', 'subsidy_claims', 'subsidy_claim_lines', 'subsidy_confirmations',
  'subsidy_settlements']) AS name;

ALTER TABLE loan_payers
  ADD CONSTRAINT loan_payers_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES loans,
  ADD CONSTRAINT loan_payers_programme_fkey FOREIGN KEY (programme) REFERENCES programmes,
  ADD CONSTRAINT loan_payers_fund_fkey FOREIGN KEY (fund) REFERENCES compensation_funds;
ALTER TABLE subsidy_claims
  ADD CONSTRAINT subsidy_claims_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES facts,
  ADD CONSTRAINT subsidy_claims_programme_fkey FOREIGN KEY (programme) REFERENCES programmes;
ALTER TABLE subsidy_claim_lines
  ADD CONSTRAINT subsidy_claim_lines_claim_fkey
    FOREIGN KEY (bank_id, claim_number) REFERENCES subsidy_claims,
  ADD CONSTRAINT subsidy_claim_lines_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES loans;
ALTER TABLE subsidy_confirmations
  ADD CONSTRAINT subsidy_confirmations_claim_fkey
    FOREIGN KEY (bank_id, claim_number) REFERENCES subsidy_claims,
  ADD CONSTRAINT subsidy_confirmations_fact_fkey
    FOREIGN KEY (bank_id, fact_number) REFERENCES facts;
ALTER TABLE subsidy_settlements
  ADD CONSTRAINT subsidy_settlements_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES facts,
  ADD CONSTRAINT subsidy_settlements_line_fkey
    FOREIGN KEY (bank_id, claim_number, loan_id) REFERENCES subsidy_claim_lines;

CREATE INDEX loan_payers_by_programme ON loan_payers (bank_id, programme, loan_id)
  WHERE programme IS NOT NULL;
CREATE INDEX loan_payers_by_fund ON loan_payers (bank_id, fund, loan_id) WHERE fund IS NOT NULL;
CREATE INDEX subsidy_claim_lines_by_loan ON subsidy_claim_lines (bank_id, loan_id);
CREATE INDEX subsidy_settlements_by_claim ON subsidy_settlements (bank_id, claim_number);
CREATE INDEX subsidy_settlements_by_key ON subsidy_settlements (bank_id, request_key);
-- The reversals of a bank, which are few.
CREATE INDEX facts_by_reversed ON facts (bank_id, reverses) WHERE reverses IS NOT NULL;

GRANT SELECT, INSERT ON programmes, compensation_funds, loan_payers, subsidy_claims,
  subsidy_claim_lines, subsidy_confirmations, subsidy_settlements TO shanhai_app;
