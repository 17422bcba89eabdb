-- All tables, without foreign keys: those come after the placement hook (0002, 0003).
-- bank_id leads every key of a table that belongs to a bank. Money in minor units of the bank's
-- currency, rates in 1e-12 a year.

-- Reference data: small, shared by all banks, not written inside postings.

CREATE TABLE divisions (
  code text COLLATE "C" NOT NULL,
  name_zh text NOT NULL,
  valid_from_year integer,
  valid_until_year integer,
  source text NOT NULL,
  CONSTRAINT divisions_pkey PRIMARY KEY (code),
  CONSTRAINT divisions_code_has_six_digits CHECK (code ~ '^[0-9]{6}$')
);

CREATE TABLE sponsors (
  sponsor_id bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  source text NOT NULL,
  CONSTRAINT sponsors_pkey PRIMARY KEY (sponsor_id),
  CONSTRAINT sponsors_code_key UNIQUE (code)
);

CREATE TABLE banks (
  bank_id bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  division_code text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  currency_decimals smallint NOT NULL,
  sponsor_id bigint,
  area_prefixes text[] NOT NULL,
  source text NOT NULL,
  remark text NOT NULL,
  CONSTRAINT banks_pkey PRIMARY KEY (bank_id),
  CONSTRAINT banks_code_key UNIQUE (code),
  CONSTRAINT banks_number_key UNIQUE (number),
  CONSTRAINT banks_number_has_three_digits CHECK (number ~ '^[0-9]{3}$'),
  CONSTRAINT banks_currency_is_iso_4217 CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT banks_currency_decimals CHECK (currency_decimals BETWEEN 0 AND 10)
);

CREATE TABLE lpr_publications (
  published_on date NOT NULL,
  one_year_e12 bigint NOT NULL,
  five_year_e12 bigint NOT NULL,
  source text NOT NULL,
  CONSTRAINT lpr_publications_pkey PRIMARY KEY (published_on),
  CONSTRAINT lpr_publications_not_negative CHECK (one_year_e12 >= 0 AND five_year_e12 >= 0)
);

CREATE TABLE calendar_days (
  day date NOT NULL,
  kind text NOT NULL,
  name_zh text NOT NULL,
  document text NOT NULL,
  source text NOT NULL,
  CONSTRAINT calendar_days_pkey PRIMARY KEY (day),
  CONSTRAINT calendar_days_kind CHECK (kind IN ('holiday', 'workday'))
);

CREATE TABLE loan_products (
  line text NOT NULL,
  version integer NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  document text NOT NULL,
  rules jsonb NOT NULL,
  CONSTRAINT loan_products_pkey PRIMARY KEY (line, version),
  CONSTRAINT loan_products_line CHECK (
    line IN ('industry', 'microcredit', 'education', 'tourism', 'student-aid')),
  CONSTRAINT loan_products_validity CHECK (valid_until IS NULL OR valid_until > valid_from)
);

CREATE TABLE accounts (
  account text COLLATE "C" NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  CONSTRAINT accounts_pkey PRIMARY KEY (account)
);

INSERT INTO accounts (account, name_zh, name_en) VALUES
  ('1303', '贷款', 'Loans'),
  ('113201', '应收利息—借款人', 'Interest receivable from borrowers'),
  ('113202', '应收利息—财政贴息', 'Interest receivable from public finance'),
  ('113203', '应收利息—协作项目', 'Interest receivable from programmes'),
  ('113204', '应收罚息', 'Penalty interest receivable'),
  ('2011', '吸收存款', 'Settlement accounts of borrowers'),
  ('224101', '其他应付款—预收还款', 'Repayments received in advance'),
  ('601101', '利息收入', 'Interest income'),
  ('601102', '罚息收入', 'Penalty interest income'),
  ('990001', '期初余额', 'Opening balances');

-- What belongs to a bank.

-- The one row a bank's writers lock: it gives facts their order and numbers their next value.
CREATE TABLE bank_heads (
  bank_id bigint NOT NULL,
  business_date date NOT NULL,
  last_fact_number bigint NOT NULL DEFAULT 0,
  last_recorded_at timestamptz NOT NULL DEFAULT '-infinity',
  last_loan_id bigint NOT NULL DEFAULT 0,
  last_party_id bigint NOT NULL DEFAULT 0,
  last_run_number integer NOT NULL DEFAULT 0,
  CONSTRAINT bank_heads_pkey PRIMARY KEY (bank_id)
);

-- The last serial of a year's loan numbers.
CREATE TABLE loan_serials (
  bank_id bigint NOT NULL,
  year integer NOT NULL,
  last_serial integer NOT NULL,
  CONSTRAINT loan_serials_pkey PRIMARY KEY (bank_id, year),
  CONSTRAINT loan_serials_fit_seven_digits CHECK (last_serial BETWEEN 1 AND 9999999)
);

CREATE TABLE bank_capital (
  bank_id bigint NOT NULL,
  effective_on date NOT NULL,
  net_capital bigint NOT NULL,
  source text NOT NULL,
  CONSTRAINT bank_capital_pkey PRIMARY KEY (bank_id, effective_on),
  CONSTRAINT bank_capital_positive CHECK (net_capital > 0)
);

CREATE TABLE branches (
  bank_id bigint NOT NULL,
  branch_id bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  division_code text COLLATE "C" NOT NULL,
  source text NOT NULL,
  CONSTRAINT branches_pkey PRIMARY KEY (bank_id, branch_id),
  CONSTRAINT branches_code_key UNIQUE (bank_id, code)
);

CREATE TABLE officers (
  bank_id bigint NOT NULL,
  officer_id bigint NOT NULL,
  branch_id bigint,
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  login text COLLATE "C" NOT NULL,
  roles text[] NOT NULL,
  source text NOT NULL,
  CONSTRAINT officers_pkey PRIMARY KEY (bank_id, officer_id),
  CONSTRAINT officers_code_key UNIQUE (bank_id, code),
  CONSTRAINT officers_login_key UNIQUE (bank_id, login)
);

CREATE TABLE borrowers (
  bank_id bigint NOT NULL,
  borrower_id bigint NOT NULL,
  reference text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  identity_scheme text NOT NULL,
  identity_number text COLLATE "C" NOT NULL,
  born_on date,
  sex text,
  division_code text COLLATE "C" NOT NULL,
  household_reference text COLLATE "C",
  co_borrower_id bigint,
  group_reference text COLLATE "C",
  CONSTRAINT borrowers_pkey PRIMARY KEY (bank_id, borrower_id),
  CONSTRAINT borrowers_reference_key UNIQUE (bank_id, reference),
  CONSTRAINT borrowers_identity_key UNIQUE (bank_id, identity_scheme, identity_number),
  CONSTRAINT borrowers_kind CHECK (
    kind IN ('person', 'household', 'enterprise', 'cooperative', 'student')),
  CONSTRAINT borrowers_sex CHECK (sex IN ('female', 'male'))
);

CREATE TABLE facts (
  bank_id bigint NOT NULL,
  fact_number bigint NOT NULL,
  loan_id bigint,
  kind text NOT NULL,
  effective_on date NOT NULL,
  booked_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  officer_id bigint NOT NULL,
  -- The login that was authenticated; another than the officer's own when its owner acted for him.
  login text NOT NULL,
  idempotency_key text COLLATE "C" NOT NULL,
  -- The request as it was made; the same key with another request is refused.
  request text NOT NULL,
  amount bigint,
  -- For a repayment: what is left after everything due repays principal in advance.
  in_advance boolean NOT NULL DEFAULT false,
  -- For an imported loan: the day to which everything is paid.
  paid_to_on date,
  CONSTRAINT facts_pkey PRIMARY KEY (bank_id, fact_number),
  CONSTRAINT facts_idempotency_key UNIQUE (bank_id, idempotency_key),
  CONSTRAINT facts_kind CHECK (
    kind IN ('applied', 'approved', 'disbursed', 'imported', 'repaid', 'accrued', 'day-closed')),
  CONSTRAINT facts_amount_positive CHECK (amount > 0),
  CONSTRAINT facts_paid_to_only_when_imported CHECK ((kind = 'imported') = (paid_to_on IS NOT NULL))
);

-- The signed terms: never changed.
CREATE TABLE loans (
  bank_id bigint NOT NULL,
  loan_id bigint NOT NULL,
  loan_number text COLLATE "C" NOT NULL,
  branch_id bigint NOT NULL,
  officer_id bigint NOT NULL,
  borrower_id bigint NOT NULL,
  line text NOT NULL,
  product_version integer,
  purpose text NOT NULL,
  category text NOT NULL,
  is_restructured boolean NOT NULL,
  -- What was lent first; larger than principal for a loan taken over when part was repaid.
  granted bigint NOT NULL,
  principal bigint NOT NULL,
  agreed_on date NOT NULL,
  starts_on date NOT NULL,
  matures_on date NOT NULL,
  method text NOT NULL,
  interest_every_months smallint NOT NULL,
  settlement_day smallint,
  principal_every_months smallint NOT NULL,
  principal_from date,
  plan_due_on date[] NOT NULL,
  plan_principal bigint[] NOT NULL,
  month_weights bigint[] NOT NULL,
  interest_basis text NOT NULL,
  rounding text NOT NULL,
  -- A fixed rate, or the spread over the index.
  rate_e12 bigint NOT NULL,
  rate_index text,
  rate_reset text,
  penalty_percent integer NOT NULL,
  subsidy_payer text,
  subsidy_basis_points integer,
  subsidy_principal_limit bigint,
  subsidy_until date,
  subsidy_stops_when_overdue boolean,
  CONSTRAINT loans_pkey PRIMARY KEY (bank_id, loan_id),
  CONSTRAINT loans_number_key UNIQUE (bank_id, loan_number),
  CONSTRAINT loans_number_has_fifteen_digits CHECK (loan_number ~ '^[0-9]{15}$'),
  CONSTRAINT loans_line CHECK (
    line IN ('industry', 'microcredit', 'education', 'tourism', 'student-aid', 'other')),
  CONSTRAINT loans_principal_in_range CHECK (principal BETWEEN 1 AND 1000000000000000),
  CONSTRAINT loans_granted_in_range CHECK (granted BETWEEN principal AND 1000000000000000),
  CONSTRAINT loans_days_in_order CHECK (agreed_on <= starts_on AND starts_on < matures_on),
  CONSTRAINT loans_method CHECK (
    method IN ('equal-installments', 'equal-principal', 'interest-then-principal', 'at-maturity',
      'plan', 'grace-then-equal-installments', 'seasonal')),
  CONSTRAINT loans_plan_pairs CHECK (cardinality(plan_due_on) = cardinality(plan_principal)),
  CONSTRAINT loans_floating_is_whole CHECK ((rate_index IS NULL) = (rate_reset IS NULL)),
  CONSTRAINT loans_subsidy_is_whole CHECK (
    (subsidy_payer IS NULL) = (subsidy_basis_points IS NULL)
    AND (subsidy_payer IS NULL) = (subsidy_stops_when_overdue IS NULL)),
  CONSTRAINT loans_subsidy_share CHECK (subsidy_basis_points BETWEEN 1 AND 10000)
);

-- The signed schedule, as signed: one row a loan, its instalments in order.
CREATE TABLE signed_schedules (
  bank_id bigint NOT NULL,
  loan_id bigint NOT NULL,
  due_on date[] NOT NULL,
  principal bigint[] NOT NULL,
  interest bigint[] NOT NULL,
  subsidised bigint[] NOT NULL,
  CONSTRAINT signed_schedules_pkey PRIMARY KEY (bank_id, loan_id),
  CONSTRAINT signed_schedules_rows CHECK (
    cardinality(due_on) = cardinality(principal) AND cardinality(due_on) = cardinality(interest)
    AND cardinality(due_on) = cardinality(subsidised))
);

-- The current state of each loan: what lists filter and sort by, what servicing has posted.
-- Written with each fact of the loan; derived, and derived again by verify.
CREATE TABLE loan_states (
  bank_id bigint NOT NULL,
  loan_id bigint NOT NULL,
  loan_number text COLLATE "C" NOT NULL,
  branch_id bigint NOT NULL,
  officer_id bigint NOT NULL,
  borrower_id bigint NOT NULL,
  line text NOT NULL,
  status text NOT NULL,
  is_restructured boolean NOT NULL,
  -- The day of the disbursement; planned until it happens.
  starts_on date NOT NULL,
  matures_on date NOT NULL,
  principal bigint NOT NULL,
  outstanding bigint NOT NULL,
  -- The oldest due day not paid in full, past or to come: overdue days as of D are D less it.
  -- 2199-12-31 when nothing will fall due.
  oldest_unpaid_due_on date NOT NULL,
  last_fact_number bigint NOT NULL,
  repaid_principal bigint NOT NULL DEFAULT 0,
  repaid_interest bigint NOT NULL DEFAULT 0,
  repaid_penalty bigint NOT NULL DEFAULT 0,
  credit bigint NOT NULL DEFAULT 0,
  -- Accruals posted, of a loan that has no position: taken over, or settled.
  posted_borrower bigint NOT NULL DEFAULT 0,
  posted_finance bigint NOT NULL DEFAULT 0,
  posted_programme bigint NOT NULL DEFAULT 0,
  posted_penalty bigint NOT NULL DEFAULT 0,
  CONSTRAINT loan_states_pkey PRIMARY KEY (bank_id, loan_id),
  CONSTRAINT loan_states_number_key UNIQUE (bank_id, loan_number),
  CONSTRAINT loan_states_status CHECK (
    status IN ('applied', 'approved', 'active', 'settled')),
  CONSTRAINT loan_states_outstanding_not_negative CHECK (outstanding >= 0),
  CONSTRAINT loan_states_credit_not_negative CHECK (credit >= 0)
);

-- Each accrual run that posted something or moved a position.
CREATE TABLE accrual_runs (
  bank_id bigint NOT NULL,
  run_number integer NOT NULL,
  fact_number bigint NOT NULL,
  month date NOT NULL,
  -- The version of the month's positions this run wrote.
  version integer NOT NULL,
  loan_count bigint NOT NULL,
  transfer_count bigint NOT NULL,
  interest bigint NOT NULL,
  penalty bigint NOT NULL,
  CONSTRAINT accrual_runs_pkey PRIMARY KEY (bank_id, run_number),
  CONSTRAINT accrual_runs_version_key UNIQUE (bank_id, month, version),
  CONSTRAINT accrual_runs_month_is_first_day CHECK (date_trunc('month', month) = month)
);

-- The books: one row is one movement between two accounts. booked_on lies in an open month.
CREATE TABLE transfers (
  bank_id bigint NOT NULL,
  booked_on date NOT NULL,
  fact_number bigint NOT NULL,
  run_number integer,
  loan_id bigint NOT NULL,
  kind text NOT NULL,
  payer text NOT NULL,
  value_on date NOT NULL,
  debit_account text COLLATE "C" NOT NULL,
  credit_account text COLLATE "C" NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT transfers_pkey PRIMARY KEY (bank_id, booked_on, fact_number, loan_id, kind, payer),
  CONSTRAINT transfers_run_key UNIQUE (bank_id, booked_on, run_number, loan_id, kind, payer),
  CONSTRAINT transfers_amount_positive CHECK (amount > 0),
  CONSTRAINT transfers_two_accounts CHECK (debit_account <> credit_account),
  CONSTRAINT transfers_payer CHECK (payer IN ('borrower', 'finance', 'programme'))
) PARTITION BY RANGE (booked_on);

-- One row a loan, month and version: what reports read and the next run starts from.
CREATE TABLE positions (
  bank_id bigint NOT NULL,
  month date NOT NULL,
  version integer NOT NULL,
  loan_id bigint NOT NULL,
  branch_id bigint NOT NULL,
  borrower_id bigint NOT NULL,
  line text NOT NULL,
  principal bigint NOT NULL,
  principal_due bigint NOT NULL,
  interest_due bigint NOT NULL,
  interest_running bigint NOT NULL,
  penalty_due bigint NOT NULL,
  credit bigint NOT NULL,
  principal_overdue_days integer NOT NULL,
  interest_overdue_days integer NOT NULL,
  is_restructured boolean NOT NULL,
  risk_class text NOT NULL,
  general_provision bigint NOT NULL,
  special_provision bigint NOT NULL,
  posted_borrower bigint NOT NULL,
  posted_finance bigint NOT NULL,
  posted_programme bigint NOT NULL,
  posted_penalty bigint NOT NULL,
  CONSTRAINT positions_pkey PRIMARY KEY (bank_id, month, version, loan_id),
  CONSTRAINT positions_class CHECK (
    risk_class IN ('normal', 'special-mention', 'substandard', 'doubtful', 'loss')),
  CONSTRAINT positions_not_negative CHECK (
    principal >= 0 AND principal_due BETWEEN 0 AND principal AND interest_due >= 0
    AND penalty_due >= 0 AND credit >= 0 AND principal_overdue_days >= 0
    AND interest_overdue_days >= 0)
) PARTITION BY RANGE (month);

-- Makes the partitions of a month, if they are not there.
CREATE FUNCTION make_month(month date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  first_day date := date_trunc('month', month)::date;
  next_month date := (date_trunc('month', month) + interval '1 month')::date;
  parent text;
BEGIN
  -- Facts are what every writer of the books locks first: of two calls one waits here, holding
  -- nothing, and then finds the partitions made.
  LOCK TABLE public.facts IN SHARE ROW EXCLUSIVE MODE;
  FOREACH parent IN ARRAY ARRAY['transfers', 'positions'] LOOP
    IF to_regclass(format('public.%I', parent || '_' || to_char(first_day, 'YYYYMM'))) IS NULL THEN
      EXECUTE format('CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L)',
        parent || '_' || to_char(first_day, 'YYYYMM'), parent, first_day, next_month);
    END IF;
  END LOOP;
END $$;
