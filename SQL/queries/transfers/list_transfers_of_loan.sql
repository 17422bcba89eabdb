-- list_transfers_of_loan: the postings of one loan, in the order they were booked.
-- $1 bank_id bigint, $2 loan_id bigint
-- locks nothing
SELECT booked_on, fact_number, run_number, kind, payer, value_on, debit_account, credit_account,
  amount
FROM postings
WHERE bank_id = $1 AND loan_id = $2
ORDER BY booked_on, fact_number, kind, payer;
