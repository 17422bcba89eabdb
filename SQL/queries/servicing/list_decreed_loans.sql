-- list_decreed_loans: the numbers of a bank's active loans that a decree meets, ascending.
-- $1 bank_id bigint, $2 division_prefix text (null: wherever the borrower lives), $3 line text (null:
-- of every line)
-- locks nothing
SELECT s.loan_number
FROM loan_states s
JOIN borrowers b ON b.bank_id = s.bank_id AND b.borrower_id = s.borrower_id
WHERE s.bank_id = $1
  AND s.status = 'active'
  AND ($2::text IS NULL OR starts_with(b.division_code, $2))
  AND ($3::text IS NULL OR s.line = $3)
ORDER BY s.loan_number;
