-- list_loans_of_borrowers: the loans of these borrowers that something is owed on, by number.
-- $1 bank_id bigint, $2 borrower_ids bigint[]
-- locks nothing: the caller holds the lock of the bank's head
SELECT loan_number, borrower_id
FROM loan_states
WHERE bank_id = $1 AND borrower_id = ANY ($2) AND status IN ('active', 'written-off')
ORDER BY loan_number;
