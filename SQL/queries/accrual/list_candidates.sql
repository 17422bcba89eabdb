-- list_candidates: loans whose claims are replayed, as signed and as they stand.
-- $1 bank_id bigint, $2 loan_ids bigint[]
-- locks nothing: the caller's run holds the lock of the bank's head
SELECT l.bank_id, l.loan_id, l.loan_number, l.branch_id, l.officer_id, l.borrower_id, l.line,
  l.product_version, l.purpose, l.category, l.is_restructured, l.granted, l.principal, l.agreed_on,
  l.starts_on, l.matures_on, l.method, l.interest_every_months, l.settlement_day,
  l.principal_every_months, l.principal_from, l.plan_due_on, l.plan_principal, l.month_weights,
  l.interest_basis, l.rounding, l.rate_e12, l.rate_index, l.rate_reset, l.penalty_percent,
  l.subsidy_payer, l.subsidy_basis_points, l.subsidy_principal_limit, l.subsidy_until,
  l.subsidy_stops_when_overdue, l.more_terms::text AS more_terms,
  s.status, s.branch_id AS state_branch_id, s.borrower_id AS state_borrower_id,
  s.is_restructured AS state_is_restructured, s.matures_on AS state_matures_on, s.outstanding,
  s.oldest_unpaid_due_on, s.last_fact_number, s.book_principal, s.is_non_accrual,
  s.class_by_facts, s.moved, s.posted_borrower, s.posted_finance, s.posted_programme,
  s.posted_penalty, s.posted_compound, s.posted_suspended
FROM loans l
JOIN loan_states s ON s.bank_id = l.bank_id AND s.loan_id = l.loan_id
WHERE l.bank_id = $1 AND l.loan_id = ANY ($2)
ORDER BY l.loan_id;
