-- list_other_loans: a borrower's loans that are or were paid out, but for one.
-- $1 bank_id bigint, $2 borrower_id bigint, $3 the loan_id left out bigint
-- locks nothing
SELECT loan_id
FROM loan_states
WHERE bank_id = $1 AND borrower_id = $2 AND loan_id <> $3
  AND status IN ('active', 'settled', 'written-off')
ORDER BY loan_id;
