-- What a month's positions add up to, by bank and version of the positions: what reports read
-- instead of loans. Derived from positions, loans and postings, and made anew from them by verify.

-- The versions that are counted.
CREATE TABLE portfolio_months (
  bank_id bigint NOT NULL,
  month date NOT NULL,
  version integer NOT NULL,
  -- Provisions held as the run left them; less than zero where the account is in debit.
  held_provision bigint NOT NULL,
  CONSTRAINT portfolio_months_pkey PRIMARY KEY (bank_id, month, version),
  CONSTRAINT portfolio_months_month_is_first_day CHECK (date_trunc('month', month) = month)
);
SELECT place_table('portfolio_months', 'bank_id');

-- Sums of positions: for each member of a cut (a branch, a line, an officer …) by days overdue,
-- class and whether restructured.
CREATE TABLE portfolio_cells (
  bank_id bigint NOT NULL,
  month date NOT NULL,
  version integer NOT NULL,
  cut text COLLATE "C" NOT NULL,
  member text COLLATE "C" NOT NULL,
  -- The first day of the band.
  days_from integer NOT NULL,
  risk_class text COLLATE "C" NOT NULL,
  is_restructured boolean NOT NULL,
  -- Those with principal; the amounts are of all positions.
  loans bigint NOT NULL,
  principal bigint NOT NULL,
  principal_due bigint NOT NULL,
  interest_due bigint NOT NULL,
  interest_running bigint NOT NULL,
  penalty_due bigint NOT NULL,
  book_principal bigint NOT NULL,
  general_provision bigint NOT NULL,
  special_provision bigint NOT NULL,
  CONSTRAINT portfolio_cells_pkey
    PRIMARY KEY (bank_id, month, version, cut, member, days_from, risk_class, is_restructured)
);
SELECT place_table('portfolio_cells', 'bank_id');

-- Borrowers who owe principal, by member: one with two loans of one member counts once.
CREATE TABLE portfolio_borrowers (
  bank_id bigint NOT NULL,
  month date NOT NULL,
  version integer NOT NULL,
  cut text COLLATE "C" NOT NULL,
  member text COLLATE "C" NOT NULL,
  borrowers bigint NOT NULL,
  CONSTRAINT portfolio_borrowers_pkey PRIMARY KEY (bank_id, month, version, cut, member)
);
SELECT place_table('portfolio_borrowers', 'bank_id');

-- How loans went from where they stood 1 or 12 months before to where they stand, by line.
CREATE TABLE portfolio_moves (
  bank_id bigint NOT NULL,
  month date NOT NULL,
  version integer NOT NULL,
  months_before integer NOT NULL,
  -- By days overdue, or by class.
  scale text COLLATE "C" NOT NULL,
  line text COLLATE "C" NOT NULL,
  origin text COLLATE "C" NOT NULL,
  destination text COLLATE "C" NOT NULL,
  loans bigint NOT NULL,
  -- Principal before; of a new loan, now.
  principal bigint NOT NULL,
  CONSTRAINT portfolio_moves_pkey
    PRIMARY KEY (bank_id, month, version, months_before, scale, line, origin, destination)
);
SELECT place_table('portfolio_moves', 'bank_id');

-- Loans by line, quarter of disbursement and months on book, those that are settled among them.
CREATE TABLE portfolio_vintages (
  bank_id bigint NOT NULL,
  month date NOT NULL,
  version integer NOT NULL,
  line text COLLATE "C" NOT NULL,
  -- The first day of the quarter.
  cohort date NOT NULL,
  months_on_book integer NOT NULL,
  granted_loans bigint NOT NULL,
  granted bigint NOT NULL,
  loans bigint NOT NULL,
  principal bigint NOT NULL,
  at_risk_30 bigint NOT NULL,
  at_risk_90 bigint NOT NULL,
  -- In default for the first time: more than 90 days overdue, or written off.
  default_loans bigint NOT NULL,
  -- What they were granted.
  default_granted bigint NOT NULL,
  CONSTRAINT portfolio_vintages_pkey
    PRIMARY KEY (bank_id, month, version, line, cohort, months_on_book)
);
SELECT place_table('portfolio_vintages', 'bank_id');

-- The loans in default for the first time.
CREATE TABLE portfolio_defaults (
  bank_id bigint NOT NULL,
  month date NOT NULL,
  version integer NOT NULL,
  loan_id bigint NOT NULL,
  CONSTRAINT portfolio_defaults_pkey PRIMARY KEY (bank_id, month, version, loan_id)
);
SELECT place_table('portfolio_defaults', 'bank_id');

-- The largest debtors: single borrowers, and groups of them.
CREATE TABLE portfolio_largest (
  bank_id bigint NOT NULL,
  month date NOT NULL,
  version integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  place integer NOT NULL,
  -- The borrower's reference, or the group's.
  reference text COLLATE "C" NOT NULL,
  loans bigint NOT NULL,
  principal bigint NOT NULL,
  CONSTRAINT portfolio_largest_pkey PRIMARY KEY (bank_id, month, version, kind, place),
  CONSTRAINT portfolio_largest_kind CHECK (kind IN ('borrower', 'group'))
);
SELECT place_table('portfolio_largest', 'bank_id');

-- What was booked in the month, by kind and accounts.
CREATE TABLE portfolio_flows (
  bank_id bigint NOT NULL,
  month date NOT NULL,
  version integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  debit_account text COLLATE "C" NOT NULL,
  credit_account text COLLATE "C" NOT NULL,
  amount bigint NOT NULL,
  row_count bigint NOT NULL,
  CONSTRAINT portfolio_flows_pkey
    PRIMARY KEY (bank_id, month, version, kind, debit_account, credit_account)
);
SELECT place_table('portfolio_flows', 'bank_id');

ALTER TABLE portfolio_cells ADD CONSTRAINT portfolio_cells_month_fkey
  FOREIGN KEY (bank_id, month, version) REFERENCES portfolio_months;
ALTER TABLE portfolio_borrowers ADD CONSTRAINT portfolio_borrowers_month_fkey
  FOREIGN KEY (bank_id, month, version) REFERENCES portfolio_months;
ALTER TABLE portfolio_moves ADD CONSTRAINT portfolio_moves_month_fkey
  FOREIGN KEY (bank_id, month, version) REFERENCES portfolio_months;
ALTER TABLE portfolio_vintages ADD CONSTRAINT portfolio_vintages_month_fkey
  FOREIGN KEY (bank_id, month, version) REFERENCES portfolio_months;
ALTER TABLE portfolio_defaults ADD CONSTRAINT portfolio_defaults_month_fkey
  FOREIGN KEY (bank_id, month, version) REFERENCES portfolio_months;
ALTER TABLE portfolio_largest ADD CONSTRAINT portfolio_largest_month_fkey
  FOREIGN KEY (bank_id, month, version) REFERENCES portfolio_months;
ALTER TABLE portfolio_flows ADD CONSTRAINT portfolio_flows_month_fkey
  FOREIGN KEY (bank_id, month, version) REFERENCES portfolio_months;

GRANT SELECT, INSERT ON portfolio_months, portfolio_cells, portfolio_borrowers, portfolio_moves,
  portfolio_vintages, portfolio_defaults, portfolio_largest, portfolio_flows TO shanhai_app;
