-- The schema that SQL/migrations make, for readers; a test compares it. To write it anew:
-- deploy/database schema

CREATE FUNCTION public.attach_leaf(leaf text, day date, version integer, first_bank bigint, first_loan bigint, last_bank bigint, until_loan bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.drop_leaf(leaf text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT is_leaf_name(leaf) THEN
    RAISE EXCEPTION 'leaf name % is not allowed', leaf USING ERRCODE = '42602';
  END IF;
  IF EXISTS (SELECT FROM pg_inherits WHERE inhrelid = to_regclass(format('public.%I', leaf))) THEN
    RAISE EXCEPTION 'table % holds books' , leaf USING ERRCODE = '42501';
  END IF;
  EXECUTE format('DROP TABLE IF EXISTS public.%I', leaf);
END $$;

CREATE FUNCTION public.is_leaf_name(leaf text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $_$
  SELECT leaf ~ '^(run_transfers|positions)_[0-9]{6}_[0-9a-z_]{1,40}$'
$_$;

CREATE FUNCTION public.key_leaf(parent text, leaf text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET maintenance_work_mem TO '256MB'
    SET default_statistics_target TO '20'
    AS $$
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

CREATE FUNCTION public.make_leaf(parent text, leaf text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT is_leaf_name(leaf) OR NOT starts_with(leaf, parent || '_') THEN
    RAISE EXCEPTION 'leaf name % is not allowed for %', leaf, parent USING ERRCODE = '42602';
  END IF;
  EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)',
    leaf, parent);
  EXECUTE format('GRANT SELECT, INSERT ON public.%I TO shanhai_app', leaf);
END $$;

CREATE FUNCTION public.make_month(month date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.place_table(table_name regclass, placed_by text) RETURNS void
    LANGUAGE sql
    AS $$ SELECT $$;

CREATE FUNCTION public.validate_leaf(leaf text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE TABLE public.accounts (
    account text NOT NULL COLLATE pg_catalog."C",
    name_zh text NOT NULL,
    name_en text NOT NULL,
    side text NOT NULL COLLATE pg_catalog."C",
    parent text COLLATE pg_catalog."C",
    source text NOT NULL,
    CONSTRAINT accounts_parent_is_another CHECK ((parent <> account)),
    CONSTRAINT accounts_side CHECK ((side = ANY (ARRAY['debit'::text, 'credit'::text, 'off'::text])))
);

CREATE TABLE public.accrual_runs (
    bank_id bigint NOT NULL,
    run_number integer NOT NULL,
    fact_number bigint NOT NULL,
    month date NOT NULL,
    version integer,
    loan_count bigint NOT NULL,
    transfer_count bigint NOT NULL,
    interest bigint NOT NULL,
    penalty bigint NOT NULL,
    CONSTRAINT accrual_runs_month_is_first_day CHECK ((date_trunc('month'::text, (month)::timestamp with time zone) = month))
);

CREATE TABLE public.approval_tiers (
    bank text NOT NULL COLLATE pg_catalog."C",
    line text NOT NULL COLLATE pg_catalog."C",
    valid_from date NOT NULL,
    above bigint NOT NULL,
    authority text NOT NULL,
    quorum integer NOT NULL,
    majority text NOT NULL,
    requires_documents boolean NOT NULL,
    requires_survey boolean NOT NULL,
    requires_score boolean NOT NULL,
    validity_days integer,
    source text NOT NULL,
    CONSTRAINT approval_tiers_above CHECK ((above >= 0)),
    CONSTRAINT approval_tiers_authority CHECK ((authority = ANY (ARRAY['officer'::text, 'branch-manager'::text, 'committee'::text]))),
    CONSTRAINT approval_tiers_majority CHECK ((majority ~ '^[1-9][0-9]?/[1-9][0-9]?$'::text)),
    CONSTRAINT approval_tiers_quorum CHECK (((quorum >= 1) AND (quorum <= 99))),
    CONSTRAINT approval_tiers_validity CHECK (((validity_days >= 1) AND (validity_days <= 3660)))
);

CREATE TABLE public.bank_capital (
    bank_id bigint NOT NULL,
    effective_on date NOT NULL,
    net_capital bigint NOT NULL,
    source text NOT NULL,
    CONSTRAINT bank_capital_positive CHECK ((net_capital > 0))
);

CREATE TABLE public.bank_heads (
    bank_id bigint NOT NULL,
    business_date date NOT NULL,
    last_fact_number bigint DEFAULT 0 NOT NULL,
    last_recorded_at timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    last_loan_id bigint DEFAULT 0 NOT NULL,
    last_party_id bigint DEFAULT 0 NOT NULL,
    last_run_number integer DEFAULT 0 NOT NULL
);

CREATE TABLE public.bank_transfers (
    bank_id bigint NOT NULL,
    booked_on date NOT NULL,
    run_number integer NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    debit_account text NOT NULL COLLATE pg_catalog."C",
    credit_account text NOT NULL COLLATE pg_catalog."C",
    amount bigint NOT NULL,
    CONSTRAINT bank_transfers_amount_positive CHECK ((amount > 0)),
    CONSTRAINT bank_transfers_two_accounts CHECK ((debit_account <> credit_account))
);

CREATE TABLE public.banks (
    bank_id bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    number text NOT NULL COLLATE pg_catalog."C",
    name_zh text NOT NULL,
    name_en text NOT NULL,
    division_code text NOT NULL COLLATE pg_catalog."C",
    currency text NOT NULL COLLATE pg_catalog."C",
    currency_decimals smallint NOT NULL,
    sponsor_id bigint,
    area_prefixes text[] NOT NULL,
    source text NOT NULL,
    remark text NOT NULL,
    CONSTRAINT banks_currency_decimals CHECK (((currency_decimals >= 0) AND (currency_decimals <= 10))),
    CONSTRAINT banks_currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT banks_number_has_three_digits CHECK ((number ~ '^[0-9]{3}$'::text))
);

CREATE TABLE public.borrowers (
    bank_id bigint NOT NULL,
    borrower_id bigint NOT NULL,
    reference text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    name text NOT NULL,
    identity_scheme text NOT NULL,
    identity_number text NOT NULL COLLATE pg_catalog."C",
    born_on date,
    sex text,
    division_code text NOT NULL COLLATE pg_catalog."C",
    household_reference text COLLATE pg_catalog."C",
    co_borrower_id bigint,
    group_reference text COLLATE pg_catalog."C",
    village text COLLATE pg_catalog."C",
    village_after bigint,
    CONSTRAINT borrowers_kind CHECK ((kind = ANY (ARRAY['person'::text, 'household'::text, 'enterprise'::text, 'cooperative'::text, 'student'::text]))),
    CONSTRAINT borrowers_sex CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text]))),
    CONSTRAINT borrowers_village CHECK (((length(village) >= 1) AND (length(village) <= 50))),
    CONSTRAINT borrowers_village_after CHECK (((village_after IS NULL) OR ((village_after > 0) AND (village IS NOT NULL))))
);

CREATE TABLE public.branches (
    bank_id bigint NOT NULL,
    branch_id bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    name_zh text NOT NULL,
    name_en text NOT NULL,
    division_code text NOT NULL COLLATE pg_catalog."C",
    source text NOT NULL
);

CREATE TABLE public.calendar_days (
    day date NOT NULL,
    kind text NOT NULL,
    name_zh text NOT NULL,
    document text NOT NULL,
    source text NOT NULL,
    CONSTRAINT calendar_days_kind CHECK ((kind = ANY (ARRAY['holiday'::text, 'workday'::text])))
);

CREATE TABLE public.close_failures (
    bank_id bigint NOT NULL,
    month date NOT NULL,
    run_number integer NOT NULL,
    loan_id bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    reason text NOT NULL
);

CREATE TABLE public.close_steps (
    bank_id bigint NOT NULL,
    month date NOT NULL,
    run_number integer NOT NULL,
    step text NOT NULL COLLATE pg_catalog."C",
    row_count bigint NOT NULL,
    amount bigint NOT NULL,
    microseconds bigint NOT NULL,
    finished_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

CREATE TABLE public.compensation_funds (
    code text NOT NULL COLLATE pg_catalog."C",
    name_zh text NOT NULL,
    name_en text NOT NULL,
    division_prefix text NOT NULL COLLATE pg_catalog."C",
    line text NOT NULL,
    valid_from date NOT NULL,
    share_percent integer NOT NULL,
    buffer_days integer NOT NULL,
    stop_basis_points integer NOT NULL,
    principal_limit bigint,
    return_workdays integer NOT NULL,
    source text NOT NULL,
    marks text NOT NULL,
    CONSTRAINT compensation_funds_buffer CHECK (((buffer_days >= 0) AND (buffer_days <= 365))),
    CONSTRAINT compensation_funds_division_prefix CHECK ((division_prefix ~ '^([1-9][0-9]{1,5})?$'::text)),
    CONSTRAINT compensation_funds_line CHECK ((line = ANY (ARRAY['industry'::text, 'microcredit'::text, 'education'::text, 'tourism'::text, 'student-aid'::text]))),
    CONSTRAINT compensation_funds_principal_limit CHECK ((principal_limit > 0)),
    CONSTRAINT compensation_funds_return CHECK (((return_workdays >= 1) AND (return_workdays <= 365))),
    CONSTRAINT compensation_funds_share CHECK (((share_percent >= 1) AND (share_percent <= 100))),
    CONSTRAINT compensation_funds_stop_line CHECK (((stop_basis_points >= 0) AND (stop_basis_points <= 10000)))
);

CREATE TABLE public.facts (
    bank_id bigint NOT NULL,
    fact_number bigint NOT NULL,
    loan_id bigint,
    kind text NOT NULL,
    effective_on date NOT NULL,
    booked_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    officer_id bigint NOT NULL,
    login text NOT NULL,
    idempotency_key text NOT NULL COLLATE pg_catalog."C",
    request text NOT NULL,
    amount bigint,
    paid_to_on date,
    detail jsonb,
    reverses bigint,
    CONSTRAINT facts_amount_positive CHECK (((amount > 0) OR ((amount < 0) AND (kind = 'subsidy-paid'::text)))),
    CONSTRAINT facts_kind CHECK ((kind = ANY (ARRAY['applied'::text, 'document-received'::text, 'surveyed'::text, 'scored'::text, 'voted'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'signed'::text, 'expired'::text, 'condition-added'::text, 'condition-met'::text, 'disbursed'::text, 'imported'::text, 'repaid'::text, 'refunded'::text, 'costs-charged'::text, 'rate-changed'::text, 'extended'::text, 'renewed'::text, 'rescheduled'::text, 'paused'::text, 'graduated'::text, 'interest-waived'::text, 'misused'::text, 'rated'::text, 'overdue-excused'::text, 'waived'::text, 'written-off'::text, 'compensation-claimed'::text, 'compensation-paid'::text, 'compensation-rejected'::text, 'compensation-returned'::text, 'subsidy-paid'::text, 'subsidy-rejected'::text, 'reversed'::text, 'died'::text, 'taken-over'::text, 'transferred'::text, 'reminded'::text, 'promised'::text, 'noted'::text, 'proposed'::text, 'declined'::text, 'accrued'::text, 'day-closed'::text, 'month-closed'::text, 'month-reopened'::text, 'subsidy-claimed'::text, 'subsidy-confirmed'::text]))),
    CONSTRAINT facts_paid_to_only_when_imported CHECK (((kind = 'imported'::text) = (paid_to_on IS NOT NULL))),
    CONSTRAINT facts_reverses_an_earlier_one CHECK ((reverses < fact_number)),
    CONSTRAINT facts_reverses_only_when_reversed CHECK (((kind = 'reversed'::text) = (reverses IS NOT NULL)))
);

CREATE TABLE public.loans (
    bank_id bigint NOT NULL,
    loan_id bigint NOT NULL,
    loan_number text NOT NULL COLLATE pg_catalog."C",
    branch_id bigint NOT NULL,
    officer_id bigint NOT NULL,
    borrower_id bigint NOT NULL,
    line text NOT NULL,
    product_version integer,
    purpose text NOT NULL,
    category text NOT NULL,
    is_restructured boolean NOT NULL,
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
    rate_e12 bigint NOT NULL,
    rate_index text,
    rate_reset text,
    penalty_percent integer NOT NULL,
    subsidy_payer text,
    subsidy_basis_points integer,
    subsidy_principal_limit bigint,
    subsidy_until date,
    subsidy_stops_when_overdue boolean,
    more_terms jsonb,
    CONSTRAINT loans_days_in_order CHECK (((agreed_on <= starts_on) AND (starts_on < matures_on))),
    CONSTRAINT loans_floating_is_whole CHECK (((rate_index IS NULL) = (rate_reset IS NULL))),
    CONSTRAINT loans_granted_in_range CHECK (((granted >= principal) AND (granted <= '1000000000000000'::bigint))),
    CONSTRAINT loans_line CHECK ((line = ANY (ARRAY['industry'::text, 'microcredit'::text, 'education'::text, 'tourism'::text, 'student-aid'::text, 'other'::text]))),
    CONSTRAINT loans_method CHECK ((method = ANY (ARRAY['equal-installments'::text, 'equal-principal'::text, 'interest-then-principal'::text, 'at-maturity'::text, 'plan'::text, 'grace-then-equal-installments'::text, 'seasonal'::text]))),
    CONSTRAINT loans_number_has_fifteen_digits CHECK ((loan_number ~ '^[0-9]{15}$'::text)),
    CONSTRAINT loans_plan_pairs CHECK ((cardinality(plan_due_on) = cardinality(plan_principal))),
    CONSTRAINT loans_principal_in_range CHECK (((principal >= 1) AND (principal <= '1000000000000000'::bigint))),
    CONSTRAINT loans_subsidy_is_whole CHECK ((((subsidy_payer IS NULL) = (subsidy_basis_points IS NULL)) AND ((subsidy_payer IS NULL) = (subsidy_stops_when_overdue IS NULL)))),
    CONSTRAINT loans_subsidy_share CHECK (((subsidy_basis_points >= 1) AND (subsidy_basis_points <= 10000)))
);

CREATE VIEW public.debtor_loans AS
 WITH parties AS (
         SELECT loans.bank_id,
            loans.loan_id,
            loans.borrower_id
           FROM public.loans
        UNION
         SELECT facts.bank_id,
            facts.loan_id,
            ((facts.detail ->> 'partyID'::text))::bigint AS int8
           FROM public.facts
          WHERE (facts.kind = 'taken-over'::text)
        ), owed AS (
         SELECT p.bank_id,
            p.loan_id,
            count(*) OVER (PARTITION BY p.bank_id, p.borrower_id) AS loans
           FROM (parties p
             JOIN public.borrowers b ON (((b.bank_id = p.bank_id) AND (b.borrower_id = p.borrower_id))))
          WHERE (b.kind = ANY (ARRAY['enterprise'::text, 'cooperative'::text]))
        )
 SELECT DISTINCT owed.bank_id,
    owed.loan_id
   FROM owed
  WHERE (owed.loans > 1);

CREATE TABLE public.divisions (
    code text NOT NULL COLLATE pg_catalog."C",
    name_zh text NOT NULL,
    valid_from_year integer,
    valid_until_year integer,
    source text NOT NULL,
    CONSTRAINT divisions_code_has_six_digits CHECK ((code ~ '^[0-9]{6}$'::text))
);

CREATE TABLE public.document_requirements (
    line text NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    valid_from date NOT NULL,
    valid_until date,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    source text NOT NULL,
    CONSTRAINT document_requirements_validity CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

CREATE TABLE public.loan_payers (
    bank_id bigint NOT NULL,
    loan_id bigint NOT NULL,
    programme text COLLATE pg_catalog."C",
    fund text COLLATE pg_catalog."C",
    fund_share_percent integer,
    CONSTRAINT loan_payers_fund_is_whole CHECK (((fund IS NULL) = (fund_share_percent IS NULL))),
    CONSTRAINT loan_payers_fund_share CHECK (((fund_share_percent >= 1) AND (fund_share_percent <= 100)))
);

CREATE TABLE public.loan_products (
    line text NOT NULL,
    version integer NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    document text NOT NULL,
    rules jsonb NOT NULL,
    CONSTRAINT loan_products_line CHECK ((line = ANY (ARRAY['industry'::text, 'microcredit'::text, 'education'::text, 'tourism'::text, 'student-aid'::text]))),
    CONSTRAINT loan_products_validity CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

CREATE TABLE public.loan_serials (
    bank_id bigint NOT NULL,
    year integer NOT NULL,
    last_serial integer NOT NULL,
    CONSTRAINT loan_serials_fit_seven_digits CHECK (((last_serial >= 1) AND (last_serial <= 9999999)))
);

CREATE TABLE public.loan_states (
    bank_id bigint NOT NULL,
    loan_id bigint NOT NULL,
    loan_number text NOT NULL COLLATE pg_catalog."C",
    branch_id bigint NOT NULL,
    officer_id bigint NOT NULL,
    borrower_id bigint NOT NULL,
    line text NOT NULL,
    status text NOT NULL,
    is_restructured boolean NOT NULL,
    starts_on date NOT NULL,
    matures_on date NOT NULL,
    principal bigint NOT NULL,
    outstanding bigint NOT NULL,
    oldest_unpaid_due_on date NOT NULL,
    last_fact_number bigint NOT NULL,
    posted_borrower bigint DEFAULT 0 NOT NULL,
    posted_finance bigint DEFAULT 0 NOT NULL,
    posted_programme bigint DEFAULT 0 NOT NULL,
    posted_penalty bigint DEFAULT 0 NOT NULL,
    moved bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    posted_compound bigint DEFAULT 0 NOT NULL,
    posted_suspended bigint DEFAULT 0 NOT NULL,
    book_principal bigint DEFAULT 0 NOT NULL,
    is_non_accrual boolean DEFAULT false NOT NULL,
    class_by_facts boolean DEFAULT false NOT NULL,
    CONSTRAINT loan_states_book_principal CHECK (((book_principal >= 0) AND (book_principal <= outstanding))),
    CONSTRAINT loan_states_outstanding_not_negative CHECK ((outstanding >= 0)),
    CONSTRAINT loan_states_status CHECK ((status = ANY (ARRAY['applied'::text, 'approved'::text, 'signed'::text, 'active'::text, 'settled'::text, 'written-off'::text, 'refused'::text, 'withdrawn'::text, 'expired'::text])))
)
WITH (fillfactor='80');

CREATE TABLE public.loss_shares (
    line text NOT NULL COLLATE pg_catalog."C",
    security text NOT NULL COLLATE pg_catalog."C",
    valid_from date NOT NULL,
    share integer NOT NULL,
    source text NOT NULL,
    marks text NOT NULL,
    CONSTRAINT loss_shares_line CHECK ((line = ANY (ARRAY['any'::text, 'industry'::text, 'microcredit'::text, 'education'::text, 'tourism'::text, 'student-aid'::text, 'other'::text]))),
    CONSTRAINT loss_shares_security CHECK ((security = ANY (ARRAY['unsecured'::text, 'guaranteed'::text, 'mortgaged'::text, 'pledged'::text]))),
    CONSTRAINT loss_shares_share CHECK (((share >= 0) AND (share <= 10000)))
);

CREATE TABLE public.lpr_publications (
    published_on date NOT NULL,
    one_year_e12 bigint NOT NULL,
    five_year_e12 bigint NOT NULL,
    source text NOT NULL,
    CONSTRAINT lpr_publications_not_negative CHECK (((one_year_e12 >= 0) AND (five_year_e12 >= 0)))
);

CREATE TABLE public.macro_scenarios (
    scenario text NOT NULL COLLATE pg_catalog."C",
    valid_from date NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    weight integer NOT NULL,
    factor integer NOT NULL,
    applied_to text NOT NULL COLLATE pg_catalog."C",
    source text NOT NULL,
    marks text NOT NULL,
    CONSTRAINT macro_scenarios_applied_to CHECK ((applied_to = ANY (ARRAY['odds'::text, 'probability'::text]))),
    CONSTRAINT macro_scenarios_factor CHECK (((factor >= 1) AND (factor <= 100000))),
    CONSTRAINT macro_scenarios_weight CHECK (((weight >= 0) AND (weight <= 10000)))
);

CREATE TABLE public.month_closes (
    bank_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    fact_number bigint NOT NULL,
    position_version integer NOT NULL,
    previous_digest bytea,
    digest bytea NOT NULL,
    CONSTRAINT month_closes_digest_is_sha256 CHECK ((octet_length(digest) = 32)),
    CONSTRAINT month_closes_month_is_first_day CHECK ((date_trunc('month'::text, (month)::timestamp with time zone) = month))
);

CREATE TABLE public.month_reopenings (
    bank_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    fact_number bigint NOT NULL,
    reason text NOT NULL
);

CREATE TABLE public.month_totals (
    bank_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    payer text NOT NULL COLLATE pg_catalog."C",
    debit_account text NOT NULL COLLATE pg_catalog."C",
    credit_account text NOT NULL COLLATE pg_catalog."C",
    amount bigint NOT NULL,
    row_count bigint NOT NULL
);

CREATE TABLE public.officers (
    bank_id bigint NOT NULL,
    officer_id bigint NOT NULL,
    branch_id bigint,
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    login text NOT NULL COLLATE pg_catalog."C",
    roles text[] NOT NULL,
    source text NOT NULL
);

CREATE TABLE public.outlooks (
    bank_id bigint NOT NULL,
    loan_id bigint NOT NULL,
    fact_number bigint NOT NULL,
    from_on date NOT NULL,
    through_on date NOT NULL,
    done_on date,
    figures bytea NOT NULL,
    CONSTRAINT outlooks_days_in_order CHECK ((from_on <= through_on))
)
WITH (fillfactor='80');

CREATE TABLE public.portfolio_borrowers (
    bank_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    cut text NOT NULL COLLATE pg_catalog."C",
    member text NOT NULL COLLATE pg_catalog."C",
    borrowers bigint NOT NULL
);

CREATE TABLE public.portfolio_cells (
    bank_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    cut text NOT NULL COLLATE pg_catalog."C",
    member text NOT NULL COLLATE pg_catalog."C",
    days_from integer NOT NULL,
    risk_class text NOT NULL COLLATE pg_catalog."C",
    is_restructured boolean NOT NULL,
    loans bigint NOT NULL,
    principal bigint NOT NULL,
    principal_due bigint NOT NULL,
    interest_due bigint NOT NULL,
    interest_running bigint NOT NULL,
    penalty_due bigint NOT NULL,
    book_principal bigint NOT NULL,
    general_provision bigint NOT NULL,
    special_provision bigint NOT NULL
);

CREATE TABLE public.portfolio_defaults (
    bank_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    loan_id bigint NOT NULL
);

CREATE TABLE public.portfolio_flows (
    bank_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    debit_account text NOT NULL COLLATE pg_catalog."C",
    credit_account text NOT NULL COLLATE pg_catalog."C",
    amount bigint NOT NULL,
    row_count bigint NOT NULL
);

CREATE TABLE public.portfolio_largest (
    bank_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    place integer NOT NULL,
    reference text NOT NULL COLLATE pg_catalog."C",
    loans bigint NOT NULL,
    principal bigint NOT NULL,
    CONSTRAINT portfolio_largest_kind CHECK ((kind = ANY (ARRAY['borrower'::text, 'group'::text])))
);

CREATE TABLE public.portfolio_months (
    bank_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    held_provision bigint NOT NULL,
    CONSTRAINT portfolio_months_month_is_first_day CHECK ((date_trunc('month'::text, (month)::timestamp with time zone) = month))
);

CREATE TABLE public.portfolio_moves (
    bank_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    months_before integer NOT NULL,
    scale text NOT NULL COLLATE pg_catalog."C",
    line text NOT NULL COLLATE pg_catalog."C",
    origin text NOT NULL COLLATE pg_catalog."C",
    destination text NOT NULL COLLATE pg_catalog."C",
    loans bigint NOT NULL,
    principal bigint NOT NULL
);

CREATE TABLE public.portfolio_vintages (
    bank_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    line text NOT NULL COLLATE pg_catalog."C",
    cohort date NOT NULL,
    months_on_book integer NOT NULL,
    granted_loans bigint NOT NULL,
    granted bigint NOT NULL,
    loans bigint NOT NULL,
    principal bigint NOT NULL,
    at_risk_30 bigint NOT NULL,
    at_risk_90 bigint NOT NULL,
    default_loans bigint NOT NULL,
    default_granted bigint NOT NULL
);

CREATE TABLE public.positions (
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
    posted_compound bigint DEFAULT 0 NOT NULL,
    posted_suspended bigint DEFAULT 0 NOT NULL,
    book_principal bigint DEFAULT 0 NOT NULL,
    is_non_accrual boolean DEFAULT false NOT NULL,
    CONSTRAINT positions_class CHECK ((risk_class = ANY (ARRAY['normal'::text, 'special-mention'::text, 'substandard'::text, 'doubtful'::text, 'loss'::text]))),
    CONSTRAINT positions_not_negative CHECK (((principal >= 0) AND ((principal_due >= 0) AND (principal_due <= principal)) AND (interest_due >= 0) AND (penalty_due >= 0) AND (credit >= 0) AND (principal_overdue_days >= 0) AND (interest_overdue_days >= 0)))
)
PARTITION BY RANGE (month, version, bank_id, loan_id);

CREATE TABLE public.run_transfers (
    bank_id bigint NOT NULL,
    booked_on date NOT NULL,
    run_number integer NOT NULL,
    loan_id bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    payer text NOT NULL COLLATE pg_catalog."C",
    debit_account text NOT NULL COLLATE pg_catalog."C",
    credit_account text NOT NULL COLLATE pg_catalog."C",
    amount bigint NOT NULL,
    CONSTRAINT run_transfers_amount_positive CHECK ((amount > 0)),
    CONSTRAINT run_transfers_payer CHECK ((payer = ANY (ARRAY['borrower'::text, 'finance'::text, 'programme'::text]))),
    CONSTRAINT run_transfers_two_accounts CHECK ((debit_account <> credit_account))
)
PARTITION BY RANGE (booked_on, bank_id, loan_id);

CREATE TABLE public.transfers (
    bank_id bigint NOT NULL,
    booked_on date NOT NULL,
    fact_number bigint NOT NULL,
    loan_id bigint NOT NULL,
    kind text NOT NULL,
    payer text NOT NULL,
    value_on date NOT NULL,
    debit_account text NOT NULL COLLATE pg_catalog."C",
    credit_account text NOT NULL COLLATE pg_catalog."C",
    amount bigint NOT NULL,
    CONSTRAINT transfers_amount_positive CHECK ((amount > 0)),
    CONSTRAINT transfers_payer CHECK ((payer = ANY (ARRAY['borrower'::text, 'finance'::text, 'programme'::text]))),
    CONSTRAINT transfers_two_accounts CHECK ((debit_account <> credit_account))
)
PARTITION BY RANGE (booked_on);

CREATE VIEW public.postings AS
 SELECT transfers.bank_id,
    transfers.booked_on,
    transfers.fact_number,
    NULL::integer AS run_number,
    transfers.loan_id,
    transfers.kind,
    transfers.payer,
    transfers.value_on,
    transfers.debit_account,
    transfers.credit_account,
    transfers.amount
   FROM public.transfers
UNION ALL
 SELECT t.bank_id,
    t.booked_on,
    r.fact_number,
    t.run_number,
    t.loan_id,
    t.kind,
    t.payer,
    t.booked_on AS value_on,
    t.debit_account,
    t.credit_account,
    t.amount
   FROM (public.run_transfers t
     JOIN public.accrual_runs r ON (((r.bank_id = t.bank_id) AND (r.run_number = t.run_number))))
UNION ALL
 SELECT t.bank_id,
    t.booked_on,
    r.fact_number,
    t.run_number,
    NULL::bigint AS loan_id,
    t.kind,
    'borrower'::text AS payer,
    t.booked_on AS value_on,
    t.debit_account,
    t.credit_account,
    t.amount
   FROM (public.bank_transfers t
     JOIN public.accrual_runs r ON (((r.bank_id = t.bank_id) AND (r.run_number = t.run_number))));

CREATE TABLE public.programmes (
    code text NOT NULL COLLATE pg_catalog."C",
    payer text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    division_prefix text NOT NULL COLLATE pg_catalog."C",
    line text NOT NULL,
    valid_from date NOT NULL,
    share_note text NOT NULL,
    refused_owed_by text NOT NULL,
    source text NOT NULL,
    marks text NOT NULL,
    CONSTRAINT programmes_division_prefix CHECK ((division_prefix ~ '^([1-9][0-9]{1,5})?$'::text)),
    CONSTRAINT programmes_line CHECK ((line = ANY (ARRAY['industry'::text, 'microcredit'::text, 'education'::text, 'tourism'::text, 'student-aid'::text]))),
    CONSTRAINT programmes_payer CHECK ((payer = ANY (ARRAY['finance'::text, 'programme'::text]))),
    CONSTRAINT programmes_refused_owed_by CHECK ((refused_owed_by = ANY (ARRAY['borrower'::text, 'bank'::text])))
);

CREATE TABLE public.provision_policies (
    bank text NOT NULL COLLATE pg_catalog."C",
    valid_from date NOT NULL,
    regime text NOT NULL COLLATE pg_catalog."C",
    substandard_percent integer NOT NULL,
    doubtful_percent integer NOT NULL,
    source text NOT NULL,
    CONSTRAINT provision_policies_band CHECK ((((regime = ANY (ARRAY['guideline-2002'::text, 'expected-loss'::text])) AND ((substandard_percent >= 20) AND (substandard_percent <= 30)) AND ((doubtful_percent >= 40) AND (doubtful_percent <= 60))) OR ((regime = 'coefficients-2012'::text) AND (substandard_percent = 30) AND (doubtful_percent = 60))))
);

CREATE TABLE public.publication_arrivals (
    bank_id bigint NOT NULL,
    published_on date NOT NULL,
    fact_number bigint NOT NULL,
    CONSTRAINT publication_arrivals_fact CHECK ((fact_number >= 1))
);

CREATE TABLE public.run_leaves (
    bank_id bigint NOT NULL,
    leaf text NOT NULL COLLATE pg_catalog."C",
    known text NOT NULL COLLATE pg_catalog."C",
    outcome jsonb NOT NULL
);

CREATE TABLE public.schedule_versions (
    bank_id bigint NOT NULL,
    loan_id bigint NOT NULL,
    fact_number bigint NOT NULL,
    due_on date[] NOT NULL,
    principal bigint[] NOT NULL,
    interest bigint[] NOT NULL,
    subsidised bigint[] NOT NULL,
    CONSTRAINT schedule_versions_rows CHECK (((cardinality(due_on) = cardinality(principal)) AND (cardinality(due_on) = cardinality(interest)) AND (cardinality(due_on) = cardinality(subsidised))))
);

CREATE TABLE public.schema_migrations (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT schema_migrations_checksum_sha256 CHECK ((checksum ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT schema_migrations_number_positive CHECK ((number > 0))
);

CREATE TABLE public.scorecards (
    line text NOT NULL,
    version integer NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    rules jsonb NOT NULL,
    CONSTRAINT scorecards_validity CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

CREATE TABLE public.signed_contracts (
    bank_id bigint NOT NULL,
    loan_id bigint NOT NULL,
    fact_number bigint NOT NULL,
    contract text NOT NULL,
    sha256 text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT signed_contracts_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE public.signed_schedules (
    bank_id bigint NOT NULL,
    loan_id bigint NOT NULL,
    due_on date[] NOT NULL,
    principal bigint[] NOT NULL,
    interest bigint[] NOT NULL,
    subsidised bigint[] NOT NULL,
    CONSTRAINT signed_schedules_rows CHECK (((cardinality(due_on) = cardinality(principal)) AND (cardinality(due_on) = cardinality(interest)) AND (cardinality(due_on) = cardinality(subsidised))))
);

CREATE TABLE public.small_enterprise_matrix (
    security text NOT NULL COLLATE pg_catalog."C",
    valid_from date NOT NULL,
    special_mention_from integer,
    substandard_from integer,
    doubtful_from integer,
    loss_from integer,
    source text NOT NULL,
    marks text NOT NULL,
    CONSTRAINT small_enterprise_matrix_days CHECK ((LEAST(special_mention_from, substandard_from, doubtful_from, loss_from) >= 1)),
    CONSTRAINT small_enterprise_matrix_grows CHECK (((special_mention_from < LEAST(substandard_from, doubtful_from, loss_from)) AND (substandard_from < LEAST(doubtful_from, loss_from)) AND (doubtful_from < loss_from))),
    CONSTRAINT small_enterprise_matrix_security CHECK ((security = ANY (ARRAY['unsecured'::text, 'guaranteed'::text, 'mortgaged'::text, 'pledged'::text]))),
    CONSTRAINT small_enterprise_matrix_some CHECK ((COALESCE(special_mention_from, substandard_from, doubtful_from, loss_from) IS NOT NULL))
);

CREATE TABLE public.sponsors (
    sponsor_id bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    name_zh text NOT NULL,
    name_en text NOT NULL,
    source text NOT NULL
);

CREATE TABLE public.stress_shocks (
    scenario text NOT NULL COLLATE pg_catalog."C",
    part integer NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    valid_from date NOT NULL,
    line text NOT NULL COLLATE pg_catalog."C",
    division_prefix text NOT NULL COLLATE pg_catalog."C",
    purpose text NOT NULL COLLATE pg_catalog."C",
    programme text COLLATE pg_catalog."C",
    floating_only boolean NOT NULL,
    late_share integer NOT NULL,
    late_days integer NOT NULL,
    rate_basis_points integer NOT NULL,
    subsidy_stops boolean NOT NULL,
    source text NOT NULL,
    marks text NOT NULL,
    CONSTRAINT stress_shocks_division_prefix CHECK ((division_prefix ~ '^([1-9][0-9]{1,5})?$'::text)),
    CONSTRAINT stress_shocks_late_both CHECK (((late_share = 0) = (late_days = 0))),
    CONSTRAINT stress_shocks_late_days CHECK (((late_days >= 0) AND (late_days <= 1080))),
    CONSTRAINT stress_shocks_late_share CHECK (((late_share >= 0) AND (late_share <= 10000))),
    CONSTRAINT stress_shocks_line CHECK ((line = ANY (ARRAY['any'::text, 'industry'::text, 'microcredit'::text, 'education'::text, 'tourism'::text, 'student-aid'::text, 'other'::text]))),
    CONSTRAINT stress_shocks_part CHECK (((part >= 1) AND (part <= 99))),
    CONSTRAINT stress_shocks_rate CHECK (((rate_basis_points >= '-1000'::integer) AND (rate_basis_points <= 1000)))
);

CREATE TABLE public.subsidy_claim_lines (
    bank_id bigint NOT NULL,
    claim_number integer NOT NULL,
    loan_id bigint NOT NULL,
    amount bigint NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    days integer NOT NULL,
    principal bigint NOT NULL,
    subsidised_principal bigint NOT NULL,
    rate_e12 bigint NOT NULL,
    share_basis_points integer NOT NULL,
    CONSTRAINT subsidy_claim_lines_amount CHECK ((amount <> 0)),
    CONSTRAINT subsidy_claim_lines_days CHECK (((from_on <= until_on) AND (days >= 0)))
);

CREATE TABLE public.subsidy_claims (
    bank_id bigint NOT NULL,
    claim_number integer NOT NULL,
    programme text NOT NULL COLLATE pg_catalog."C",
    month date NOT NULL,
    batch integer NOT NULL,
    fact_number bigint NOT NULL,
    loan_count integer NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT subsidy_claims_month_is_first_day CHECK ((date_trunc('month'::text, (month)::timestamp with time zone) = month))
);

CREATE TABLE public.subsidy_confirmations (
    bank_id bigint NOT NULL,
    claim_number integer NOT NULL,
    fact_number bigint NOT NULL
);

CREATE TABLE public.subsidy_settlements (
    bank_id bigint NOT NULL,
    fact_number bigint NOT NULL,
    claim_number integer NOT NULL,
    loan_id bigint NOT NULL,
    request_key text NOT NULL COLLATE pg_catalog."C",
    request text NOT NULL
);

CREATE TABLE public.transfer_kinds (
    kind text NOT NULL COLLATE pg_catalog."C",
    payer text NOT NULL COLLATE pg_catalog."C",
    place smallint,
    debit_account text NOT NULL COLLATE pg_catalog."C",
    credit_account text NOT NULL COLLATE pg_catalog."C"
);

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (account);

ALTER TABLE ONLY public.accrual_runs
    ADD CONSTRAINT accrual_runs_pkey PRIMARY KEY (bank_id, run_number);

ALTER TABLE ONLY public.accrual_runs
    ADD CONSTRAINT accrual_runs_version_key UNIQUE (bank_id, month, version);

ALTER TABLE ONLY public.approval_tiers
    ADD CONSTRAINT approval_tiers_pkey PRIMARY KEY (bank, line, valid_from, above);

ALTER TABLE ONLY public.bank_capital
    ADD CONSTRAINT bank_capital_pkey PRIMARY KEY (bank_id, effective_on);

ALTER TABLE ONLY public.bank_heads
    ADD CONSTRAINT bank_heads_pkey PRIMARY KEY (bank_id);

ALTER TABLE ONLY public.bank_transfers
    ADD CONSTRAINT bank_transfers_pkey PRIMARY KEY (bank_id, run_number, kind);

ALTER TABLE ONLY public.banks
    ADD CONSTRAINT banks_code_key UNIQUE (code);

ALTER TABLE ONLY public.banks
    ADD CONSTRAINT banks_number_key UNIQUE (number);

ALTER TABLE ONLY public.banks
    ADD CONSTRAINT banks_pkey PRIMARY KEY (bank_id);

ALTER TABLE ONLY public.borrowers
    ADD CONSTRAINT borrowers_identity_key UNIQUE (bank_id, identity_scheme, identity_number);

ALTER TABLE ONLY public.borrowers
    ADD CONSTRAINT borrowers_pkey PRIMARY KEY (bank_id, borrower_id);

ALTER TABLE ONLY public.borrowers
    ADD CONSTRAINT borrowers_reference_key UNIQUE (bank_id, reference);

ALTER TABLE ONLY public.branches
    ADD CONSTRAINT branches_code_key UNIQUE (bank_id, code);

ALTER TABLE ONLY public.branches
    ADD CONSTRAINT branches_pkey PRIMARY KEY (bank_id, branch_id);

ALTER TABLE ONLY public.calendar_days
    ADD CONSTRAINT calendar_days_pkey PRIMARY KEY (day);

ALTER TABLE ONLY public.close_failures
    ADD CONSTRAINT close_failures_pkey PRIMARY KEY (bank_id, month, run_number, loan_id);

ALTER TABLE ONLY public.close_steps
    ADD CONSTRAINT close_steps_pkey PRIMARY KEY (bank_id, month, run_number, step);

ALTER TABLE ONLY public.compensation_funds
    ADD CONSTRAINT compensation_funds_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.compensation_funds
    ADD CONSTRAINT compensation_funds_place_key UNIQUE (line, division_prefix, valid_from);

ALTER TABLE ONLY public.divisions
    ADD CONSTRAINT divisions_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.document_requirements
    ADD CONSTRAINT document_requirements_pkey PRIMARY KEY (line, code, valid_from);

ALTER TABLE ONLY public.facts
    ADD CONSTRAINT facts_idempotency_key UNIQUE (bank_id, idempotency_key);

ALTER TABLE ONLY public.facts
    ADD CONSTRAINT facts_pkey PRIMARY KEY (bank_id, fact_number);

ALTER TABLE ONLY public.loan_payers
    ADD CONSTRAINT loan_payers_pkey PRIMARY KEY (bank_id, loan_id);

ALTER TABLE ONLY public.loan_products
    ADD CONSTRAINT loan_products_pkey PRIMARY KEY (line, version);

ALTER TABLE ONLY public.loan_serials
    ADD CONSTRAINT loan_serials_pkey PRIMARY KEY (bank_id, year);

ALTER TABLE ONLY public.loan_states
    ADD CONSTRAINT loan_states_number_key UNIQUE (bank_id, loan_number);

ALTER TABLE ONLY public.loan_states
    ADD CONSTRAINT loan_states_pkey PRIMARY KEY (bank_id, loan_id);

ALTER TABLE ONLY public.loans
    ADD CONSTRAINT loans_number_key UNIQUE (bank_id, loan_number);

ALTER TABLE ONLY public.loans
    ADD CONSTRAINT loans_pkey PRIMARY KEY (bank_id, loan_id);

ALTER TABLE ONLY public.loss_shares
    ADD CONSTRAINT loss_shares_pkey PRIMARY KEY (line, security, valid_from);

ALTER TABLE ONLY public.lpr_publications
    ADD CONSTRAINT lpr_publications_pkey PRIMARY KEY (published_on);

ALTER TABLE ONLY public.macro_scenarios
    ADD CONSTRAINT macro_scenarios_pkey PRIMARY KEY (valid_from, scenario);

ALTER TABLE ONLY public.month_closes
    ADD CONSTRAINT month_closes_pkey PRIMARY KEY (bank_id, month, version);

ALTER TABLE ONLY public.month_reopenings
    ADD CONSTRAINT month_reopenings_pkey PRIMARY KEY (bank_id, month, version);

ALTER TABLE ONLY public.month_totals
    ADD CONSTRAINT month_totals_pkey PRIMARY KEY (bank_id, month, version, kind, payer, debit_account, credit_account);

ALTER TABLE ONLY public.officers
    ADD CONSTRAINT officers_code_key UNIQUE (bank_id, code);

ALTER TABLE ONLY public.officers
    ADD CONSTRAINT officers_login_key UNIQUE (bank_id, login);

ALTER TABLE ONLY public.officers
    ADD CONSTRAINT officers_pkey PRIMARY KEY (bank_id, officer_id);

ALTER TABLE ONLY public.outlooks
    ADD CONSTRAINT outlooks_pkey PRIMARY KEY (bank_id, loan_id);

ALTER TABLE ONLY public.portfolio_borrowers
    ADD CONSTRAINT portfolio_borrowers_pkey PRIMARY KEY (bank_id, month, version, cut, member);

ALTER TABLE ONLY public.portfolio_cells
    ADD CONSTRAINT portfolio_cells_pkey PRIMARY KEY (bank_id, month, version, cut, member, days_from, risk_class, is_restructured);

ALTER TABLE ONLY public.portfolio_defaults
    ADD CONSTRAINT portfolio_defaults_pkey PRIMARY KEY (bank_id, month, version, loan_id);

ALTER TABLE ONLY public.portfolio_flows
    ADD CONSTRAINT portfolio_flows_pkey PRIMARY KEY (bank_id, month, version, kind, debit_account, credit_account);

ALTER TABLE ONLY public.portfolio_largest
    ADD CONSTRAINT portfolio_largest_pkey PRIMARY KEY (bank_id, month, version, kind, place);

ALTER TABLE ONLY public.portfolio_months
    ADD CONSTRAINT portfolio_months_pkey PRIMARY KEY (bank_id, month, version);

ALTER TABLE ONLY public.portfolio_moves
    ADD CONSTRAINT portfolio_moves_pkey PRIMARY KEY (bank_id, month, version, months_before, scale, line, origin, destination);

ALTER TABLE ONLY public.portfolio_vintages
    ADD CONSTRAINT portfolio_vintages_pkey PRIMARY KEY (bank_id, month, version, line, cohort, months_on_book);

ALTER TABLE ONLY public.positions
    ADD CONSTRAINT positions_pkey PRIMARY KEY (bank_id, month, version, loan_id);

ALTER TABLE ONLY public.programmes
    ADD CONSTRAINT programmes_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.programmes
    ADD CONSTRAINT programmes_place_key UNIQUE (payer, line, division_prefix, valid_from);

ALTER TABLE ONLY public.provision_policies
    ADD CONSTRAINT provision_policies_pkey PRIMARY KEY (bank, valid_from);

ALTER TABLE ONLY public.publication_arrivals
    ADD CONSTRAINT publication_arrivals_pkey PRIMARY KEY (bank_id, published_on);

ALTER TABLE ONLY public.run_leaves
    ADD CONSTRAINT run_leaves_pkey PRIMARY KEY (bank_id, leaf);

ALTER TABLE ONLY public.run_transfers
    ADD CONSTRAINT run_transfers_pkey PRIMARY KEY (bank_id, loan_id, booked_on, run_number, kind, payer);

ALTER TABLE ONLY public.schedule_versions
    ADD CONSTRAINT schedule_versions_pkey PRIMARY KEY (bank_id, loan_id, fact_number);

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_key PRIMARY KEY (number);

ALTER TABLE ONLY public.scorecards
    ADD CONSTRAINT scorecards_pkey PRIMARY KEY (line, version);

ALTER TABLE ONLY public.signed_contracts
    ADD CONSTRAINT signed_contracts_pkey PRIMARY KEY (bank_id, loan_id);

ALTER TABLE ONLY public.signed_schedules
    ADD CONSTRAINT signed_schedules_pkey PRIMARY KEY (bank_id, loan_id);

ALTER TABLE ONLY public.small_enterprise_matrix
    ADD CONSTRAINT small_enterprise_matrix_pkey PRIMARY KEY (security, valid_from);

ALTER TABLE ONLY public.sponsors
    ADD CONSTRAINT sponsors_code_key UNIQUE (code);

ALTER TABLE ONLY public.sponsors
    ADD CONSTRAINT sponsors_pkey PRIMARY KEY (sponsor_id);

ALTER TABLE ONLY public.stress_shocks
    ADD CONSTRAINT stress_shocks_pkey PRIMARY KEY (scenario, part, valid_from);

ALTER TABLE ONLY public.subsidy_claim_lines
    ADD CONSTRAINT subsidy_claim_lines_pkey PRIMARY KEY (bank_id, claim_number, loan_id);

ALTER TABLE ONLY public.subsidy_claims
    ADD CONSTRAINT subsidy_claims_batch_key UNIQUE (bank_id, programme, month, batch);

ALTER TABLE ONLY public.subsidy_claims
    ADD CONSTRAINT subsidy_claims_pkey PRIMARY KEY (bank_id, claim_number);

ALTER TABLE ONLY public.subsidy_confirmations
    ADD CONSTRAINT subsidy_confirmations_pkey PRIMARY KEY (bank_id, claim_number);

ALTER TABLE ONLY public.subsidy_settlements
    ADD CONSTRAINT subsidy_settlements_pkey PRIMARY KEY (bank_id, fact_number);

ALTER TABLE ONLY public.transfer_kinds
    ADD CONSTRAINT transfer_kinds_pkey PRIMARY KEY (kind, payer);

ALTER TABLE ONLY public.transfer_kinds
    ADD CONSTRAINT transfer_kinds_place_key UNIQUE (place);

ALTER TABLE ONLY public.transfers
    ADD CONSTRAINT transfers_pkey PRIMARY KEY (bank_id, booked_on, fact_number, loan_id, kind, payer);

CREATE INDEX borrowers_by_household ON public.borrowers USING btree (bank_id, household_reference);

CREATE INDEX facts_by_loan ON public.facts USING btree (bank_id, loan_id, fact_number);

CREATE INDEX facts_by_reversed ON public.facts USING btree (bank_id, reverses) WHERE (reverses IS NOT NULL);

CREATE INDEX facts_of_turns ON public.facts USING btree (bank_id, loan_id, fact_number) WHERE (kind = ANY (ARRAY['disbursed'::text, 'imported'::text, 'written-off'::text]));

CREATE INDEX facts_proposed ON public.facts USING btree (bank_id, fact_number) WHERE (kind = 'proposed'::text);

CREATE INDEX facts_taken_over ON public.facts USING btree (bank_id, loan_id) WHERE (kind = 'taken-over'::text);

CREATE INDEX loan_payers_by_fund ON public.loan_payers USING btree (bank_id, fund, loan_id) WHERE (fund IS NOT NULL);

CREATE INDEX loan_payers_by_programme ON public.loan_payers USING btree (bank_id, programme, loan_id) WHERE (programme IS NOT NULL);

CREATE INDEX loan_states_by_borrower ON public.loan_states USING btree (bank_id, borrower_id, loan_number);

CREATE INDEX loan_states_by_facts ON public.loan_states USING btree (bank_id, loan_id) WHERE class_by_facts;

CREATE INDEX loan_states_by_status ON public.loan_states USING btree (bank_id, status, loan_number);

CREATE INDEX loan_states_in_disbursement_order ON public.loan_states USING btree (bank_id, starts_on, loan_number, branch_id, officer_id, line, status, borrower_id, is_restructured, oldest_unpaid_due_on, matures_on);

CREATE INDEX loan_states_in_maturity_order ON public.loan_states USING btree (bank_id, matures_on, loan_number, branch_id, officer_id, line, status, borrower_id, is_restructured, oldest_unpaid_due_on, starts_on);

CREATE INDEX loan_states_in_number_order ON public.loan_states USING btree (bank_id, loan_number, branch_id, officer_id, line, status, borrower_id, is_restructured, oldest_unpaid_due_on, starts_on, matures_on);

CREATE INDEX loan_states_in_outstanding_order ON public.loan_states USING btree (bank_id, outstanding, loan_number, branch_id, officer_id, line, status, borrower_id, is_restructured, oldest_unpaid_due_on, starts_on, matures_on);

CREATE INDEX loan_states_in_overdue_order ON public.loan_states USING btree (bank_id, oldest_unpaid_due_on, loan_number, branch_id, officer_id, line, status, borrower_id, is_restructured, starts_on, matures_on);

CREATE INDEX loans_by_borrower ON public.loans USING btree (bank_id, borrower_id);

CREATE INDEX run_transfers_of_provisions ON ONLY public.run_transfers USING btree (bank_id, booked_on) WHERE ((debit_account = '1304'::text) OR (credit_account = '1304'::text));

CREATE INDEX subsidy_claim_lines_by_loan ON public.subsidy_claim_lines USING btree (bank_id, loan_id);

CREATE INDEX subsidy_settlements_by_claim ON public.subsidy_settlements USING btree (bank_id, claim_number);

CREATE INDEX subsidy_settlements_by_key ON public.subsidy_settlements USING btree (bank_id, request_key);

CREATE INDEX transfers_by_loan ON ONLY public.transfers USING btree (bank_id, loan_id);

CREATE INDEX transfers_of_provisions ON ONLY public.transfers USING btree (bank_id, booked_on) WHERE ((debit_account = '1304'::text) OR (credit_account = '1304'::text));

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_parent_fkey FOREIGN KEY (parent) REFERENCES public.accounts(account) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accrual_runs
    ADD CONSTRAINT accrual_runs_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES public.facts(bank_id, fact_number);

ALTER TABLE ONLY public.bank_capital
    ADD CONSTRAINT bank_capital_bank_fkey FOREIGN KEY (bank_id) REFERENCES public.banks(bank_id);

ALTER TABLE ONLY public.bank_heads
    ADD CONSTRAINT bank_heads_bank_fkey FOREIGN KEY (bank_id) REFERENCES public.banks(bank_id);

ALTER TABLE ONLY public.bank_transfers
    ADD CONSTRAINT bank_transfers_credit_fkey FOREIGN KEY (credit_account) REFERENCES public.accounts(account);

ALTER TABLE ONLY public.bank_transfers
    ADD CONSTRAINT bank_transfers_debit_fkey FOREIGN KEY (debit_account) REFERENCES public.accounts(account);

ALTER TABLE ONLY public.bank_transfers
    ADD CONSTRAINT bank_transfers_run_fkey FOREIGN KEY (bank_id, run_number) REFERENCES public.accrual_runs(bank_id, run_number);

ALTER TABLE ONLY public.banks
    ADD CONSTRAINT banks_sponsor_fkey FOREIGN KEY (sponsor_id) REFERENCES public.sponsors(sponsor_id);

ALTER TABLE ONLY public.borrowers
    ADD CONSTRAINT borrowers_bank_fkey FOREIGN KEY (bank_id) REFERENCES public.banks(bank_id);

ALTER TABLE ONLY public.borrowers
    ADD CONSTRAINT borrowers_co_borrower_fkey FOREIGN KEY (bank_id, co_borrower_id) REFERENCES public.borrowers(bank_id, borrower_id);

ALTER TABLE ONLY public.branches
    ADD CONSTRAINT branches_bank_fkey FOREIGN KEY (bank_id) REFERENCES public.banks(bank_id);

ALTER TABLE ONLY public.close_failures
    ADD CONSTRAINT close_failures_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES public.loans(bank_id, loan_id);

ALTER TABLE ONLY public.facts
    ADD CONSTRAINT facts_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES public.loans(bank_id, loan_id);

ALTER TABLE ONLY public.facts
    ADD CONSTRAINT facts_officer_fkey FOREIGN KEY (bank_id, officer_id) REFERENCES public.officers(bank_id, officer_id);

ALTER TABLE ONLY public.facts
    ADD CONSTRAINT facts_reverses_fkey FOREIGN KEY (bank_id, reverses) REFERENCES public.facts(bank_id, fact_number);

ALTER TABLE ONLY public.loan_payers
    ADD CONSTRAINT loan_payers_fund_fkey FOREIGN KEY (fund) REFERENCES public.compensation_funds(code);

ALTER TABLE ONLY public.loan_payers
    ADD CONSTRAINT loan_payers_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES public.loans(bank_id, loan_id);

ALTER TABLE ONLY public.loan_payers
    ADD CONSTRAINT loan_payers_programme_fkey FOREIGN KEY (programme) REFERENCES public.programmes(code);

ALTER TABLE ONLY public.loan_serials
    ADD CONSTRAINT loan_serials_bank_fkey FOREIGN KEY (bank_id) REFERENCES public.banks(bank_id);

ALTER TABLE ONLY public.loan_states
    ADD CONSTRAINT loan_states_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES public.loans(bank_id, loan_id);

ALTER TABLE ONLY public.loans
    ADD CONSTRAINT loans_borrower_fkey FOREIGN KEY (bank_id, borrower_id) REFERENCES public.borrowers(bank_id, borrower_id);

ALTER TABLE ONLY public.loans
    ADD CONSTRAINT loans_branch_fkey FOREIGN KEY (bank_id, branch_id) REFERENCES public.branches(bank_id, branch_id);

ALTER TABLE ONLY public.loans
    ADD CONSTRAINT loans_officer_fkey FOREIGN KEY (bank_id, officer_id) REFERENCES public.officers(bank_id, officer_id);

ALTER TABLE ONLY public.loans
    ADD CONSTRAINT loans_product_fkey FOREIGN KEY (line, product_version) REFERENCES public.loan_products(line, version);

ALTER TABLE ONLY public.month_closes
    ADD CONSTRAINT month_closes_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES public.facts(bank_id, fact_number);

ALTER TABLE ONLY public.month_reopenings
    ADD CONSTRAINT month_reopenings_close_fkey FOREIGN KEY (bank_id, month, version) REFERENCES public.month_closes(bank_id, month, version);

ALTER TABLE ONLY public.month_reopenings
    ADD CONSTRAINT month_reopenings_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES public.facts(bank_id, fact_number);

ALTER TABLE ONLY public.month_totals
    ADD CONSTRAINT month_totals_close_fkey FOREIGN KEY (bank_id, month, version) REFERENCES public.month_closes(bank_id, month, version);

ALTER TABLE ONLY public.officers
    ADD CONSTRAINT officers_bank_fkey FOREIGN KEY (bank_id) REFERENCES public.banks(bank_id);

ALTER TABLE ONLY public.officers
    ADD CONSTRAINT officers_branch_fkey FOREIGN KEY (bank_id, branch_id) REFERENCES public.branches(bank_id, branch_id);

ALTER TABLE ONLY public.outlooks
    ADD CONSTRAINT outlooks_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES public.loans(bank_id, loan_id);

ALTER TABLE ONLY public.portfolio_borrowers
    ADD CONSTRAINT portfolio_borrowers_month_fkey FOREIGN KEY (bank_id, month, version) REFERENCES public.portfolio_months(bank_id, month, version);

ALTER TABLE ONLY public.portfolio_cells
    ADD CONSTRAINT portfolio_cells_month_fkey FOREIGN KEY (bank_id, month, version) REFERENCES public.portfolio_months(bank_id, month, version);

ALTER TABLE ONLY public.portfolio_defaults
    ADD CONSTRAINT portfolio_defaults_month_fkey FOREIGN KEY (bank_id, month, version) REFERENCES public.portfolio_months(bank_id, month, version);

ALTER TABLE ONLY public.portfolio_flows
    ADD CONSTRAINT portfolio_flows_month_fkey FOREIGN KEY (bank_id, month, version) REFERENCES public.portfolio_months(bank_id, month, version);

ALTER TABLE ONLY public.portfolio_largest
    ADD CONSTRAINT portfolio_largest_month_fkey FOREIGN KEY (bank_id, month, version) REFERENCES public.portfolio_months(bank_id, month, version);

ALTER TABLE ONLY public.portfolio_moves
    ADD CONSTRAINT portfolio_moves_month_fkey FOREIGN KEY (bank_id, month, version) REFERENCES public.portfolio_months(bank_id, month, version);

ALTER TABLE ONLY public.portfolio_vintages
    ADD CONSTRAINT portfolio_vintages_month_fkey FOREIGN KEY (bank_id, month, version) REFERENCES public.portfolio_months(bank_id, month, version);

ALTER TABLE public.positions
    ADD CONSTRAINT positions_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES public.loans(bank_id, loan_id);

ALTER TABLE ONLY public.publication_arrivals
    ADD CONSTRAINT publication_arrivals_bank_fkey FOREIGN KEY (bank_id) REFERENCES public.banks(bank_id);

ALTER TABLE ONLY public.publication_arrivals
    ADD CONSTRAINT publication_arrivals_published_fkey FOREIGN KEY (published_on) REFERENCES public.lpr_publications(published_on);

ALTER TABLE public.run_transfers
    ADD CONSTRAINT run_transfers_credit_fkey FOREIGN KEY (credit_account) REFERENCES public.accounts(account);

ALTER TABLE public.run_transfers
    ADD CONSTRAINT run_transfers_debit_fkey FOREIGN KEY (debit_account) REFERENCES public.accounts(account);

ALTER TABLE public.run_transfers
    ADD CONSTRAINT run_transfers_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES public.loans(bank_id, loan_id);

ALTER TABLE public.run_transfers
    ADD CONSTRAINT run_transfers_run_fkey FOREIGN KEY (bank_id, run_number) REFERENCES public.accrual_runs(bank_id, run_number);

ALTER TABLE ONLY public.schedule_versions
    ADD CONSTRAINT schedule_versions_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES public.facts(bank_id, fact_number);

ALTER TABLE ONLY public.schedule_versions
    ADD CONSTRAINT schedule_versions_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES public.loans(bank_id, loan_id);

ALTER TABLE ONLY public.signed_contracts
    ADD CONSTRAINT signed_contracts_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES public.facts(bank_id, fact_number);

ALTER TABLE ONLY public.signed_contracts
    ADD CONSTRAINT signed_contracts_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES public.loans(bank_id, loan_id);

ALTER TABLE ONLY public.signed_schedules
    ADD CONSTRAINT signed_schedules_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES public.loans(bank_id, loan_id);

ALTER TABLE ONLY public.stress_shocks
    ADD CONSTRAINT stress_shocks_programme_fkey FOREIGN KEY (programme) REFERENCES public.programmes(code);

ALTER TABLE ONLY public.subsidy_claim_lines
    ADD CONSTRAINT subsidy_claim_lines_claim_fkey FOREIGN KEY (bank_id, claim_number) REFERENCES public.subsidy_claims(bank_id, claim_number);

ALTER TABLE ONLY public.subsidy_claim_lines
    ADD CONSTRAINT subsidy_claim_lines_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES public.loans(bank_id, loan_id);

ALTER TABLE ONLY public.subsidy_claims
    ADD CONSTRAINT subsidy_claims_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES public.facts(bank_id, fact_number);

ALTER TABLE ONLY public.subsidy_claims
    ADD CONSTRAINT subsidy_claims_programme_fkey FOREIGN KEY (programme) REFERENCES public.programmes(code);

ALTER TABLE ONLY public.subsidy_confirmations
    ADD CONSTRAINT subsidy_confirmations_claim_fkey FOREIGN KEY (bank_id, claim_number) REFERENCES public.subsidy_claims(bank_id, claim_number);

ALTER TABLE ONLY public.subsidy_confirmations
    ADD CONSTRAINT subsidy_confirmations_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES public.facts(bank_id, fact_number);

ALTER TABLE ONLY public.subsidy_settlements
    ADD CONSTRAINT subsidy_settlements_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES public.facts(bank_id, fact_number);

ALTER TABLE ONLY public.subsidy_settlements
    ADD CONSTRAINT subsidy_settlements_line_fkey FOREIGN KEY (bank_id, claim_number, loan_id) REFERENCES public.subsidy_claim_lines(bank_id, claim_number, loan_id);

ALTER TABLE ONLY public.transfer_kinds
    ADD CONSTRAINT transfer_kinds_credit_fkey FOREIGN KEY (credit_account) REFERENCES public.accounts(account);

ALTER TABLE ONLY public.transfer_kinds
    ADD CONSTRAINT transfer_kinds_debit_fkey FOREIGN KEY (debit_account) REFERENCES public.accounts(account);

ALTER TABLE public.transfers
    ADD CONSTRAINT transfers_credit_fkey FOREIGN KEY (credit_account) REFERENCES public.accounts(account);

ALTER TABLE public.transfers
    ADD CONSTRAINT transfers_debit_fkey FOREIGN KEY (debit_account) REFERENCES public.accounts(account);

ALTER TABLE public.transfers
    ADD CONSTRAINT transfers_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES public.facts(bank_id, fact_number);

ALTER TABLE public.transfers
    ADD CONSTRAINT transfers_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES public.loans(bank_id, loan_id);

GRANT USAGE ON SCHEMA public TO shanhai_app;

REVOKE ALL ON FUNCTION public.attach_leaf(leaf text, day date, version integer, first_bank bigint, first_loan bigint, last_bank bigint, until_loan bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.attach_leaf(leaf text, day date, version integer, first_bank bigint, first_loan bigint, last_bank bigint, until_loan bigint) TO shanhai_app;

REVOKE ALL ON FUNCTION public.drop_leaf(leaf text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.drop_leaf(leaf text) TO shanhai_app;

REVOKE ALL ON FUNCTION public.key_leaf(parent text, leaf text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.key_leaf(parent text, leaf text) TO shanhai_app;

REVOKE ALL ON FUNCTION public.make_leaf(parent text, leaf text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.make_leaf(parent text, leaf text) TO shanhai_app;

REVOKE ALL ON FUNCTION public.make_month(month date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.make_month(month date) TO shanhai_app;

REVOKE ALL ON FUNCTION public.validate_leaf(leaf text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.validate_leaf(leaf text) TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.accounts TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.accrual_runs TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.approval_tiers TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.bank_capital TO shanhai_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.bank_heads TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.bank_transfers TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.banks TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.borrowers TO shanhai_app;

GRANT UPDATE(village) ON TABLE public.borrowers TO shanhai_app;

GRANT UPDATE(village_after) ON TABLE public.borrowers TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.branches TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.calendar_days TO shanhai_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.close_failures TO shanhai_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.close_steps TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.compensation_funds TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.facts TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.loans TO shanhai_app;

GRANT SELECT ON TABLE public.debtor_loans TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.divisions TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.document_requirements TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.loan_payers TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.loan_products TO shanhai_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.loan_serials TO shanhai_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.loan_states TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.loss_shares TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.lpr_publications TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.macro_scenarios TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.month_closes TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.month_reopenings TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.month_totals TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.officers TO shanhai_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.outlooks TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.portfolio_borrowers TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.portfolio_cells TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.portfolio_defaults TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.portfolio_flows TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.portfolio_largest TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.portfolio_months TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.portfolio_moves TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.portfolio_vintages TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.positions TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.run_transfers TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.transfers TO shanhai_app;

GRANT SELECT ON TABLE public.postings TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.programmes TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.provision_policies TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.publication_arrivals TO shanhai_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.run_leaves TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.schedule_versions TO shanhai_app;

GRANT SELECT ON TABLE public.schema_migrations TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.scorecards TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.signed_contracts TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.signed_schedules TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.small_enterprise_matrix TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.sponsors TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.stress_shocks TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.subsidy_claim_lines TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.subsidy_claims TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.subsidy_confirmations TO shanhai_app;

GRANT SELECT,INSERT ON TABLE public.subsidy_settlements TO shanhai_app;

GRANT SELECT ON TABLE public.transfer_kinds TO shanhai_app;
