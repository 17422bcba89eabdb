-- The least that books can be: one statement, two ledger lines a loan, no key.
CREATE TABLE reference_lines (
  bank_id bigint NOT NULL, loan_id bigint NOT NULL, period integer NOT NULL,
  account integer NOT NULL, amount bigint NOT NULL);
INSERT INTO reference_lines
SELECT l.bank_id, l.loan_id, 202603, a.account, a.sign * l.amount
FROM (SELECT bank_id, loan_id,
    (outstanding * rate_ppm * 31 + 182500000) / 365000000 AS amount
  FROM reference_loans) l
CROSS JOIN LATERAL (VALUES (1132, 1), (6011, -1)) AS a (account, sign);
