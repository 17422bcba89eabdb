-- count_settled: how many loans a borrower has paid back.
-- $1 bank_id bigint, $2 borrower_id bigint
-- locks nothing
SELECT count(*) AS loans
FROM loan_states
WHERE bank_id = $1 AND borrower_id = $2 AND status = 'settled';
