-- What both references read: a row a loan with what it owes and its rate, as a program without
-- history would keep it.
CREATE TABLE reference_loans AS
  SELECT s.bank_id, s.loan_id, s.branch_id, s.outstanding, l.rate_e12 / 1000000 AS rate_ppm
  FROM loan_states s JOIN loans l USING (bank_id, loan_id)
  WHERE s.outstanding > 0;
ALTER TABLE reference_loans ADD PRIMARY KEY (bank_id, loan_id);
ALTER TABLE reference_loans ADD COLUMN accrued bigint NOT NULL DEFAULT 0;
VACUUM ANALYZE reference_loans;
