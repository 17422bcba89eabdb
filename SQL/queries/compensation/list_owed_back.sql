-- list_owed_back: the fund's shares of what was recovered of a loan, in the order they were booked.
-- $1 bank_id bigint, $2 loan_ids bigint[]
-- locks nothing
SELECT t.loan_id, t.value_on,
  CASE WHEN t.debit_account = k.debit_account THEN t.amount ELSE -t.amount END AS amount
FROM postings t
JOIN transfer_kinds k ON k.kind = t.kind AND k.payer = t.payer
WHERE t.bank_id = $1 AND t.loan_id = ANY ($2) AND t.kind = 'compensation-owed-back'
ORDER BY t.loan_id, t.booked_on, t.fact_number;
