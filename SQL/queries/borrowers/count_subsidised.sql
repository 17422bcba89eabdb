-- count_subsidised: loans of a line with a subsidy and not repaid, of all borrowers of a household.
-- $1 bank_id bigint, $2 household_reference text, $3 line text
-- locks nothing
SELECT count(*) AS loans
FROM borrowers b
JOIN loans l ON l.bank_id = b.bank_id AND l.borrower_id = b.borrower_id
JOIN loan_states s ON s.bank_id = l.bank_id AND s.loan_id = l.loan_id
WHERE b.bank_id = $1 AND (b.household_reference = $2 OR b.reference = $2) AND l.line = $3
  AND l.subsidy_payer IS NOT NULL
  AND s.status NOT IN ('settled', 'refused', 'withdrawn', 'expired');
