-- list_loans: a range of a bank's loans by id, as signed.
-- $1 bank_id bigint, $2 first loan_id bigint, $3 last loan_id bigint, $4 first and $5 last month in
-- which they have a position date (null: all loans)
-- locks nothing
SELECT l.bank_id, l.loan_id, l.loan_number, l.branch_id, l.officer_id, l.borrower_id, l.line, l.product_version,
  l.purpose, l.category, l.is_restructured, l.granted, l.principal, l.agreed_on, l.starts_on, l.matures_on, l.method,
  l.interest_every_months, l.settlement_day, l.principal_every_months, l.principal_from, l.plan_due_on,
  l.plan_principal, l.month_weights, l.interest_basis, l.rounding, l.rate_e12, l.rate_index, l.rate_reset,
  l.penalty_percent, l.subsidy_payer, l.subsidy_basis_points, l.subsidy_principal_limit, l.subsidy_until,
  l.subsidy_stops_when_overdue, l.more_terms::text AS more_terms
FROM loans l
WHERE l.bank_id = $1 AND l.loan_id BETWEEN $2 AND $3
  AND ($4::date IS NULL OR l.loan_id IN (
    SELECT p.loan_id FROM positions p
    WHERE p.bank_id = $1 AND p.month BETWEEN $4 AND $5::date AND p.loan_id BETWEEN $2 AND $3))
ORDER BY l.loan_id;
