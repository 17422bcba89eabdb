-- list_loans: a batch of the loans of a bank that something is owed on, by loan id.
-- $1 bank_id bigint, $2 after loan_id bigint, $3 rows bigint; null parameters don't narrow the list:
-- $4 branch_id bigint, $5 officer_id bigint, $6 first digits of the borrower's division text,
-- $7 the borrower's village text
-- locks nothing
SELECT l.bank_id, l.loan_id, l.loan_number, l.branch_id, l.officer_id, l.borrower_id, l.line,
  l.product_version, l.purpose, l.category, l.is_restructured, l.granted, l.principal,
  l.agreed_on, l.starts_on, l.matures_on, l.method, l.interest_every_months, l.settlement_day,
  l.principal_every_months, l.principal_from, l.plan_due_on, l.plan_principal, l.month_weights,
  l.interest_basis, l.rounding, l.rate_e12, l.rate_index, l.rate_reset, l.penalty_percent,
  l.subsidy_payer, l.subsidy_basis_points, l.subsidy_principal_limit, l.subsidy_until,
  l.subsidy_stops_when_overdue, l.more_terms::text AS more_terms,
  s.status, s.borrower_id AS state_borrower_id, s.branch_id AS state_branch_id,
  s.officer_id AS state_officer_id
FROM loan_states s
JOIN loans l ON l.bank_id = s.bank_id AND l.loan_id = s.loan_id
JOIN borrowers b ON b.bank_id = s.bank_id AND b.borrower_id = s.borrower_id
WHERE s.bank_id = $1 AND s.loan_id > $2 AND s.status IN ('active', 'written-off')
  AND ($4::bigint IS NULL OR s.branch_id = $4)
  AND ($5::bigint IS NULL OR s.officer_id = $5)
  AND ($6::text IS NULL OR starts_with(b.division_code, $6))
  AND ($7::text IS NULL OR b.village = $7)
ORDER BY s.loan_id
LIMIT $3;
