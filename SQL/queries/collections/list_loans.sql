-- list_loans: a batch of the loans of a bank that something is owed on, by loan id.
-- $1 bank_id bigint, $2 after loan_id bigint, $3 rows bigint; null parameters don't narrow the list:
-- $4 branch_id bigint, $5 officer_id bigint, $6 first digits of the borrower's division text
-- locks nothing
SELECT LOAN_COLUMNS,
  s.status, s.branch_id AS state_branch_id, s.officer_id AS state_officer_id
FROM loan_states s
JOIN loans l ON l.bank_id = s.bank_id AND l.loan_id = s.loan_id
JOIN borrowers b ON b.bank_id = s.bank_id AND b.borrower_id = s.borrower_id
WHERE s.bank_id = $1 AND s.loan_id > $2 AND s.status IN ('active', 'written-off')
  AND ($4::bigint IS NULL OR s.branch_id = $4)
  AND ($5::bigint IS NULL OR s.officer_id = $5)
  AND ($6::text IS NULL OR starts_with(b.division_code, $6))
ORDER BY s.loan_id
LIMIT $3;
