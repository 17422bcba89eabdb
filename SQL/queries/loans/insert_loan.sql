-- insert_loan: the signed terms of a loan, for ever.
-- $1 … $36: the columns in the order they are named
-- locks the new row
INSERT INTO loans (bank_id, loan_id, loan_number, branch_id, officer_id, borrower_id, line, product_version,
  purpose, category, is_restructured, granted, principal, agreed_on, starts_on, matures_on, method,
  interest_every_months, settlement_day, principal_every_months, principal_from, plan_due_on,
  plan_principal, month_weights, interest_basis, rounding, rate_e12, rate_index, rate_reset,
  penalty_percent, subsidy_payer, subsidy_basis_points, subsidy_principal_limit, subsidy_until,
  subsidy_stops_when_overdue, more_terms)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
  $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35,
  $36::text::jsonb);
