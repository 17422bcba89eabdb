-- posted_differs_from_books: loans whose accruals posted, as the last position (or, without one, the
-- state) carries them, are not what was booked.
-- Must return no row.
WITH last_runs AS (
  SELECT DISTINCT ON (bank_id) bank_id, month, version
  FROM accrual_runs
  WHERE version IS NOT NULL
  ORDER BY bank_id, run_number DESC
), booked AS (
  SELECT bank_id, loan_id, replace(kind, 'opening-', '') AS kind, payer,
    sum(CASE WHEN debit_account LIKE '1132%' OR debit_account = '990201' THEN amount
      ELSE -amount END) AS amount
  FROM postings
  WHERE kind IN ('interest', 'penalty', 'compound', 'suspended', 'opening-interest',
    'opening-penalty')
  GROUP BY 1, 2, 3, 4
), totals AS (
  SELECT bank_id, loan_id,
    sum(amount) FILTER (WHERE kind = 'interest' AND payer = 'borrower') AS borrower,
    sum(amount) FILTER (WHERE kind = 'interest' AND payer = 'finance') AS finance,
    sum(amount) FILTER (WHERE kind = 'interest' AND payer = 'programme') AS programme,
    sum(amount) FILTER (WHERE kind = 'penalty') AS penalty,
    sum(amount) FILTER (WHERE kind = 'compound') AS compound,
    sum(amount) FILTER (WHERE kind = 'suspended') AS suspended
  FROM booked
  GROUP BY bank_id, loan_id
)
SELECT s.bank_id, s.loan_number
FROM loan_states s
LEFT JOIN last_runs r ON r.bank_id = s.bank_id
LEFT JOIN positions p ON p.bank_id = s.bank_id AND p.loan_id = s.loan_id AND p.month = r.month
  AND p.version = r.version
LEFT JOIN totals t ON t.bank_id = s.bank_id AND t.loan_id = s.loan_id
WHERE (coalesce(p.posted_borrower, s.posted_borrower),
    coalesce(p.posted_finance, s.posted_finance),
    coalesce(p.posted_programme, s.posted_programme),
    coalesce(p.posted_penalty, s.posted_penalty),
    coalesce(p.posted_compound, s.posted_compound),
    coalesce(p.posted_suspended, s.posted_suspended)) IS DISTINCT FROM
  (coalesce(t.borrower, 0), coalesce(t.finance, 0), coalesce(t.programme, 0),
    coalesce(t.penalty, 0), coalesce(t.compound, 0), coalesce(t.suspended, 0));
