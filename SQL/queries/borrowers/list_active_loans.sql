-- list_active_loans: the loans that some borrowers owe, by borrower and loan.
-- $1 bank_id bigint, $2 borrower_ids bigint[]
-- locks nothing
SELECT borrower_id, loan_id
FROM loan_states
WHERE bank_id = $1 AND borrower_id = ANY ($2) AND status = 'active'
ORDER BY borrower_id, loan_id;
