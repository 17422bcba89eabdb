-- find_held: the provisions that a bank holds at the end of a day, as facts and loans in runs have
-- moved them by a fact, and as runs have brought them to what was required before another; less than
-- zero where the account is in debit.
-- $1 bank_id bigint, $2 day date, $3 the last fact_number known bigint, $4 the first fact_number of
-- a run whose own provisions are left out bigint
-- locks nothing
SELECT coalesce(sum(amount), 0)::bigint AS held
FROM (
  SELECT CASE credit_account WHEN '1304' THEN amount ELSE -amount END AS amount
  FROM transfers
  WHERE bank_id = $1 AND booked_on <= $2 AND fact_number <= $3
    AND (debit_account = '1304' OR credit_account = '1304')
  UNION ALL
  SELECT CASE t.credit_account WHEN '1304' THEN t.amount ELSE -t.amount END
  FROM run_transfers t
  JOIN accrual_runs r ON r.bank_id = t.bank_id AND r.run_number = t.run_number
  WHERE t.bank_id = $1 AND t.booked_on <= $2 AND r.fact_number <= $3
    AND (t.debit_account = '1304' OR t.credit_account = '1304')
  UNION ALL
  SELECT CASE t.credit_account WHEN '1304' THEN t.amount ELSE -t.amount END
  FROM bank_transfers t
  JOIN accrual_runs r ON r.bank_id = t.bank_id AND r.run_number = t.run_number
  WHERE t.bank_id = $1 AND t.booked_on <= $2 AND r.fact_number < $4
    AND (t.debit_account = '1304' OR t.credit_account = '1304')
) AS booked;
