-- copy_loans: takes in signed terms.
-- locks the new rows
COPY loans (bank_id, loan_id, loan_number, branch_id, officer_id, borrower_id, line,
  product_version, purpose, category, is_restructured, granted, principal, agreed_on, starts_on,
  matures_on, method, interest_every_months, settlement_day, principal_every_months, principal_from,
  plan_due_on, plan_principal, month_weights, interest_basis, rounding, rate_e12, rate_index,
  rate_reset, penalty_percent, subsidy_payer, subsidy_basis_points, subsidy_principal_limit,
  subsidy_until, subsidy_stops_when_overdue, more_terms)
FROM STDIN (FORMAT binary);
