-- list_moves: what moved the provisions that a bank holds, up to the end of a day: by day, by the
-- fact or the run's fact that booked it, and by whether a run booked it for the bank as a whole;
-- less than zero for what was taken from them.
-- $1 bank_id bigint, $2 day date
-- locks nothing
SELECT booked_on, fact_number, is_of_bank, sum(amount)::bigint AS amount
FROM (
  SELECT booked_on, fact_number, false AS is_of_bank,
    CASE credit_account WHEN '1304' THEN amount ELSE -amount END AS amount
  FROM transfers
  WHERE bank_id = $1 AND booked_on <= $2 AND (debit_account = '1304' OR credit_account = '1304')
  UNION ALL
  SELECT t.booked_on, r.fact_number, false,
    CASE t.credit_account WHEN '1304' THEN t.amount ELSE -t.amount END
  FROM run_transfers t
  JOIN accrual_runs r ON r.bank_id = t.bank_id AND r.run_number = t.run_number
  WHERE t.bank_id = $1 AND t.booked_on <= $2
    AND (t.debit_account = '1304' OR t.credit_account = '1304')
  UNION ALL
  SELECT t.booked_on, r.fact_number, true,
    CASE t.credit_account WHEN '1304' THEN t.amount ELSE -t.amount END
  FROM bank_transfers t
  JOIN accrual_runs r ON r.bank_id = t.bank_id AND r.run_number = t.run_number
  WHERE t.bank_id = $1 AND t.booked_on <= $2
    AND (t.debit_account = '1304' OR t.credit_account = '1304')
) AS booked
GROUP BY booked_on, fact_number, is_of_bank
ORDER BY booked_on, fact_number, is_of_bank;
