-- The whole life of a loan: every kind of fact, the accounts they move, what each loan has moved.

ALTER TABLE facts DROP CONSTRAINT facts_kind;
ALTER TABLE facts DROP CONSTRAINT facts_paid_to_only_when_imported;
ALTER TABLE facts ADD CONSTRAINT facts_kind CHECK (kind IN (
  'applied', 'document-received', 'surveyed', 'scored', 'voted', 'approved', 'refused',
  'withdrawn', 'signed', 'expired', 'condition-added', 'condition-met',
  'disbursed', 'imported', 'repaid', 'refunded', 'costs-charged', 'rate-changed', 'extended',
  'renewed', 'rescheduled', 'paused', 'graduated', 'interest-waived', 'misused', 'waived',
  'written-off', 'compensation-claimed', 'compensation-paid', 'compensation-rejected',
  'compensation-returned', 'subsidy-paid', 'subsidy-rejected', 'reversed',
  'died', 'taken-over', 'transferred', 'reminded', 'promised', 'noted', 'proposed', 'declined',
  'accrued', 'day-closed', 'subsidy-claimed', 'subsidy-confirmed'));
ALTER TABLE facts ADD CONSTRAINT facts_paid_to_only_when_imported
  CHECK ((kind = 'imported') = (paid_to_on IS NOT NULL));
-- What a fact says beyond its amount and day.
ALTER TABLE facts ADD COLUMN detail jsonb;
UPDATE facts SET detail = '{"advance": "lower-installments"}' WHERE in_advance;
ALTER TABLE facts DROP COLUMN in_advance;
-- The fact that is undone.
ALTER TABLE facts ADD COLUMN reverses bigint;
ALTER TABLE facts ADD CONSTRAINT facts_reverses_only_when_reversed
  CHECK ((kind = 'reversed') = (reverses IS NOT NULL));
ALTER TABLE facts ADD CONSTRAINT facts_reverses_an_earlier_one CHECK (reverses < fact_number);
ALTER TABLE facts ADD CONSTRAINT facts_reverses_fkey
  FOREIGN KEY (bank_id, reverses) REFERENCES facts;

-- Proposals, which are few, in the order they were made.
CREATE INDEX facts_proposed ON facts (bank_id, fact_number) WHERE kind = 'proposed';

INSERT INTO accounts (account, name_zh, name_en) VALUES
  ('1003', '存放中央银行款项', 'Cash at the central bank'),
  ('122101', '其他应收款—代垫费用', 'Costs laid out for borrowers'),
  ('122102', '其他应收款—风险补偿金', 'Receivable from risk-compensation funds'),
  ('130301', '贷款—产业帮扶', 'Loans: industry'),
  ('130302', '贷款—农户小额信用', 'Loans: microcredit'),
  ('130303', '贷款—职业教育', 'Loans: vocational education'),
  ('130304', '贷款—民俗文化旅游', 'Loans: tourism'),
  ('130305', '贷款—生源地助学', 'Loans: student aid'),
  ('130309', '贷款—其他', 'Loans: other'),
  ('1304', '贷款损失准备', 'Provisions for loan losses'),
  ('224103', '其他应付款—风险补偿金', 'Cover of risk-compensation funds'),
  ('224104', '其他应付款—应返还补偿金', 'Recovered, owed to risk-compensation funds'),
  ('990201', '表外—应收未收利息', 'Suspended interest, off balance'),
  ('990301', '表外—已核销贷款', 'Written-off claims, off balance'),
  ('990901', '表外—对方', 'Other side of what is off balance');

-- What each kind of transfer moves between; place is where loan_states.moved sums it up, null for
-- the kinds that month-end runs post. Principal stands on the sub-account of the loan's line.
CREATE TABLE transfer_kinds (
  kind text COLLATE "C" NOT NULL,
  payer text COLLATE "C" NOT NULL,
  place smallint,
  debit_account text COLLATE "C" NOT NULL,
  credit_account text COLLATE "C" NOT NULL,
  CONSTRAINT transfer_kinds_pkey PRIMARY KEY (kind, payer),
  CONSTRAINT transfer_kinds_place_key UNIQUE (place),
  CONSTRAINT transfer_kinds_debit_fkey FOREIGN KEY (debit_account) REFERENCES accounts,
  CONSTRAINT transfer_kinds_credit_fkey FOREIGN KEY (credit_account) REFERENCES accounts
);
SELECT place_table('transfer_kinds', NULL);
INSERT INTO transfer_kinds (kind, payer, place, debit_account, credit_account) VALUES
  ('disbursement', 'borrower', 1, '1303', '2011'),
  ('principal-repaid', 'borrower', 2, '2011', '1303'),
  ('interest-repaid', 'borrower', 3, '2011', '113201'),
  ('credit', 'borrower', 4, '2011', '224101'),
  ('opening-principal', 'borrower', 5, '1303', '990001'),
  ('penalty-repaid', 'borrower', 6, '2011', '113204'),
  ('compound-repaid', 'borrower', 7, '2011', '113204'),
  ('costs', 'borrower', 8, '122101', '1003'),
  ('costs-repaid', 'borrower', 9, '2011', '122101'),
  ('interest-waived', 'borrower', 10, '601101', '113201'),
  ('penalty-waived', 'borrower', 11, '601102', '113204'),
  ('compound-waived', 'borrower', 12, '601102', '113204'),
  ('written-off', 'borrower', 13, '1304', '1303'),
  ('written-off-claim', 'borrower', 14, '990301', '990901'),
  ('recovered', 'borrower', 15, '2011', '1304'),
  ('compensation-claimed', 'borrower', 16, '122102', '224103'),
  ('compensation-paid', 'borrower', 17, '1003', '122102'),
  ('compensation-used', 'borrower', 18, '224103', '1304'),
  ('compensation-owed-back', 'borrower', 19, '224103', '224104'),
  ('compensation-returned', 'borrower', 20, '224104', '1003'),
  ('subsidy-paid', 'finance', 21, '1003', '113202'),
  ('subsidy-paid', 'programme', 22, '1003', '113203'),
  ('interest', 'borrower', NULL, '113201', '601101'),
  ('interest', 'finance', NULL, '113202', '601101'),
  ('interest', 'programme', NULL, '113203', '601101'),
  ('penalty', 'borrower', NULL, '113204', '601102'),
  ('compound', 'borrower', NULL, '113204', '601102'),
  ('suspended', 'borrower', NULL, '990201', '990901'),
  ('opening-interest', 'borrower', NULL, '113201', '990001'),
  ('opening-interest', 'finance', NULL, '113202', '990001'),
  ('opening-interest', 'programme', NULL, '113203', '990001'),
  ('opening-penalty', 'borrower', NULL, '113204', '990001');

ALTER TABLE loan_states DROP CONSTRAINT loan_states_status;
ALTER TABLE loan_states ADD CONSTRAINT loan_states_status CHECK (
  status IN ('applied', 'approved', 'signed', 'active', 'settled', 'written-off', 'refused',
    'withdrawn', 'expired'));
-- What was booked of each kind that facts move, by transfer_kinds.place; a shorter array ends in
-- zeros.
ALTER TABLE loan_states ADD COLUMN moved bigint[] NOT NULL DEFAULT '{}';
ALTER TABLE loan_states ADD COLUMN posted_compound bigint NOT NULL DEFAULT 0;
ALTER TABLE loan_states ADD COLUMN posted_suspended bigint NOT NULL DEFAULT 0;
-- Of the outstanding, what stands on the books: less for a loan that does not accrue.
ALTER TABLE loan_states ADD COLUMN book_principal bigint NOT NULL DEFAULT 0;
ALTER TABLE loan_states ADD COLUMN is_non_accrual boolean NOT NULL DEFAULT false;
ALTER TABLE loan_states ADD CONSTRAINT loan_states_book_principal
  CHECK (book_principal BETWEEN 0 AND outstanding);
UPDATE loan_states s
SET book_principal = outstanding,
  moved = ARRAY[b.disbursed, repaid_principal, repaid_interest, credit, b.opened, repaid_penalty]
FROM (
  SELECT l.bank_id, l.loan_id,
    coalesce(sum(t.amount) FILTER (WHERE t.kind = 'disbursement'), 0)::bigint AS disbursed,
    coalesce(sum(t.amount) FILTER (WHERE t.kind = 'opening-principal'), 0)::bigint AS opened
  FROM loans l LEFT JOIN transfers t ON t.bank_id = l.bank_id AND t.loan_id = l.loan_id
  GROUP BY l.bank_id, l.loan_id
) b
WHERE b.bank_id = s.bank_id AND b.loan_id = s.loan_id;
ALTER TABLE loan_states DROP COLUMN repaid_principal, DROP COLUMN repaid_interest,
  DROP COLUMN repaid_penalty, DROP COLUMN credit;

ALTER TABLE positions ADD COLUMN posted_compound bigint NOT NULL DEFAULT 0;
ALTER TABLE positions ADD COLUMN posted_suspended bigint NOT NULL DEFAULT 0;
ALTER TABLE positions ADD COLUMN book_principal bigint NOT NULL DEFAULT 0;
ALTER TABLE positions ADD COLUMN is_non_accrual boolean NOT NULL DEFAULT false;
UPDATE positions SET book_principal = principal;

-- The schedules that facts changed, each as it stood from then on; the signed one is kept apart.
CREATE TABLE schedule_versions (
  bank_id bigint NOT NULL,
  loan_id bigint NOT NULL,
  fact_number bigint NOT NULL,
  due_on date[] NOT NULL,
  principal bigint[] NOT NULL,
  interest bigint[] NOT NULL,
  subsidised bigint[] NOT NULL,
  CONSTRAINT schedule_versions_pkey PRIMARY KEY (bank_id, loan_id, fact_number),
  CONSTRAINT schedule_versions_rows CHECK (
    cardinality(due_on) = cardinality(principal) AND cardinality(due_on) = cardinality(interest)
    AND cardinality(due_on) = cardinality(subsidised))
);
SELECT place_table('schedule_versions', 'bank_id');
ALTER TABLE schedule_versions
  ADD CONSTRAINT schedule_versions_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES facts,
  ADD CONSTRAINT schedule_versions_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES loans;

-- Terms that the engine knows and the books kept no column for, as one document; null for none.
ALTER TABLE loans ADD COLUMN more_terms jsonb;

GRANT SELECT ON transfer_kinds TO shanhai_app;
GRANT SELECT, INSERT ON schedule_versions TO shanhai_app;
