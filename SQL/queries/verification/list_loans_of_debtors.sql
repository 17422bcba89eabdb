-- list_loans_of_debtors: the loans of a bank's debtors that are no retail customers and owe, or have
-- owed, more than one, as signed.
-- $1 bank_id bigint
-- locks nothing
SELECT l.bank_id, l.loan_id, l.loan_number, l.branch_id, l.officer_id, l.borrower_id, l.line, l.product_version,
  l.purpose, l.category, l.is_restructured, l.granted, l.principal, l.agreed_on, l.starts_on, l.matures_on, l.method,
  l.interest_every_months, l.settlement_day, l.principal_every_months, l.principal_from, l.plan_due_on,
  l.plan_principal, l.month_weights, l.interest_basis, l.rounding, l.rate_e12, l.rate_index, l.rate_reset,
  l.penalty_percent, l.subsidy_payer, l.subsidy_basis_points, l.subsidy_principal_limit, l.subsidy_until,
  l.subsidy_stops_when_overdue, l.more_terms::text AS more_terms
FROM loans l
WHERE l.bank_id = $1 AND l.loan_id IN (SELECT loan_id FROM debtor_loans WHERE bank_id = $1)
ORDER BY l.loan_id;
