-- provision_differs_from_positions: banks whose provisions, at the end of the last month run and as
-- known to its run, are not what the positions of that run require; runs from before provisions
-- were booked say nothing of them.
-- Must return no row.
WITH last_runs AS (
  SELECT DISTINCT ON (r.bank_id) r.bank_id, r.month, r.version, r.fact_number,
    (r.month + interval '1 month' - interval '1 day')::date AS day, f.request
  FROM accrual_runs r
  JOIN facts f ON f.bank_id = r.bank_id AND f.fact_number = r.fact_number
  WHERE r.version IS NOT NULL
  ORDER BY r.bank_id, r.run_number DESC
), required AS (
  SELECT p.bank_id, sum(p.general_provision + p.special_provision) AS amount
  FROM last_runs r
  JOIN positions p ON p.bank_id = r.bank_id AND p.month = r.month AND p.version = r.version
  GROUP BY p.bank_id
), held AS (
  SELECT p.bank_id,
    sum(CASE p.credit_account WHEN '1304' THEN p.amount ELSE -p.amount END) AS amount
  FROM last_runs r
  JOIN postings p ON p.bank_id = r.bank_id AND p.booked_on <= r.day
    AND p.fact_number <= r.fact_number
  WHERE p.debit_account = '1304' OR p.credit_account = '1304'
  GROUP BY p.bank_id
)
SELECT r.bank_id, coalesce(q.amount, 0) AS required, coalesce(h.amount, 0) AS held
FROM last_runs r
LEFT JOIN required q ON q.bank_id = r.bank_id
LEFT JOIN held h ON h.bank_id = r.bank_id
WHERE r.request LIKE '%' || chr(10) || 'provisions=%'
  AND coalesce(q.amount, 0) <> coalesce(h.amount, 0);
