-- control_differs_from_loans: accounts of a bank whose balance is not the sum of what its loans
-- carry: what facts moved, and what the last run, or the state of a loan without position, has
-- posted.
-- Must return no row.
WITH last_runs AS (
  SELECT DISTINCT ON (bank_id) bank_id, month, version
  FROM accrual_runs
  WHERE version IS NOT NULL
  ORDER BY bank_id, run_number DESC
), posted AS (
  SELECT s.bank_id, v.kind, v.payer, v.amount
  FROM loan_states s
  LEFT JOIN last_runs r ON r.bank_id = s.bank_id
  LEFT JOIN positions p ON p.bank_id = s.bank_id AND p.loan_id = s.loan_id AND p.month = r.month
    AND p.version = r.version
  CROSS JOIN LATERAL (VALUES
    ('interest', 'borrower', coalesce(p.posted_borrower, s.posted_borrower)),
    ('interest', 'finance', coalesce(p.posted_finance, s.posted_finance)),
    ('interest', 'programme', coalesce(p.posted_programme, s.posted_programme)),
    ('penalty', 'borrower', coalesce(p.posted_penalty, s.posted_penalty)),
    ('compound', 'borrower', coalesce(p.posted_compound, s.posted_compound)),
    ('suspended', 'borrower', coalesce(p.posted_suspended, s.posted_suspended))
  ) AS v (kind, payer, amount)
  UNION ALL
  SELECT s.bank_id, k.kind, k.payer, m.amount
  FROM loan_states s, unnest(s.moved) WITH ORDINALITY AS m (amount, place), transfer_kinds k
  WHERE k.place = m.place
), loans AS (
  SELECT p.bank_id, a.account, sum(a.sign * p.amount) AS balance
  FROM posted p
  JOIN transfer_kinds k ON k.kind = p.kind AND k.payer = p.payer
  CROSS JOIN LATERAL (VALUES (k.debit_account, 1), (k.credit_account, -1)) AS a (account, sign)
  GROUP BY p.bank_id, a.account
), books AS (
  SELECT t.bank_id, CASE WHEN a.account LIKE '1303%' THEN '1303' ELSE a.account END AS account,
    sum(a.sign * t.amount) AS balance
  FROM postings t
  CROSS JOIN LATERAL (VALUES (t.debit_account, 1), (t.credit_account, -1)) AS a (account, sign)
  -- What runs book for the whole bank is held to its positions.
  WHERE t.loan_id IS NOT NULL
  GROUP BY 1, 2
)
SELECT bank_id, account, l.balance AS loans, b.balance AS books
FROM loans l
FULL JOIN books b USING (bank_id, account)
-- What was taken over stands against the opening balances, and not against the income it once was.
WHERE account NOT IN ('601101', '601102', '990001')
  AND coalesce(l.balance, 0) <> coalesce(b.balance, 0);
