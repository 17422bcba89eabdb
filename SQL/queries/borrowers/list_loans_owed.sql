-- list_loans_owed: the loans in some statuses that some borrowers owe, by borrower and loan.
-- $1 bank_id bigint, $2 borrower_ids bigint[], $3 statuses text[]
-- locks nothing
SELECT borrower_id, loan_id
FROM loan_states
WHERE bank_id = $1 AND borrower_id = ANY ($2) AND status = ANY ($3)
ORDER BY borrower_id, loan_id;
