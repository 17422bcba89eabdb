-- A whole accrual in SQL: entries, lines with keys, the loans' sums and the general ledger.
BEGIN;
CREATE TABLE reference_entries (
  entry_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bank_id bigint NOT NULL,
  loan_id bigint NOT NULL, period integer NOT NULL, kind text NOT NULL, amount bigint NOT NULL,
  UNIQUE (bank_id, loan_id, period, kind));
CREATE TABLE reference_postings (
  entry_id bigint NOT NULL, line smallint NOT NULL, bank_id bigint NOT NULL,
  account integer NOT NULL, amount bigint NOT NULL, PRIMARY KEY (entry_id, line));
CREATE TABLE reference_ledger (
  bank_id bigint NOT NULL, branch_id bigint NOT NULL, account integer NOT NULL,
  period integer NOT NULL, amount numeric NOT NULL,
  PRIMARY KEY (bank_id, branch_id, account, period));
INSERT INTO reference_entries (bank_id, loan_id, period, kind, amount)
SELECT bank_id, loan_id, 202603, 'interest',
  (outstanding * rate_ppm * 31 + 182500000) / 365000000
FROM reference_loans;
INSERT INTO reference_postings
SELECT e.entry_id, a.line, e.bank_id, a.account, a.sign * e.amount
FROM reference_entries e
CROSS JOIN LATERAL (VALUES (1, 1132, 1), (2, 6011, -1)) AS a (line, account, sign);
UPDATE reference_loans l SET accrued = accrued + e.amount
FROM reference_entries e
WHERE e.bank_id = l.bank_id AND e.loan_id = l.loan_id AND e.period = 202603;
INSERT INTO reference_ledger
SELECT p.bank_id, l.branch_id, p.account, 202603, sum(p.amount)
FROM reference_postings p
JOIN reference_entries e ON e.entry_id = p.entry_id
JOIN reference_loans l ON l.bank_id = e.bank_id AND l.loan_id = e.loan_id
GROUP BY p.bank_id, l.branch_id, p.account;
COMMIT;
