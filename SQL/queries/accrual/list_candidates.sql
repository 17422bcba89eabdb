-- list_candidates: a batch of the loans an accrual run looks at: those that run, those with facts
-- since the last run, those the last run wrote a position for, and those that began after its
-- month; with what was posted by then.
-- $1 bank_id bigint, $2 after loan_id bigint, $3 rows bigint, $4 fact number of the last run
-- bigint, $5 month of the last run date (null: none), $6 its version integer
-- locks nothing: the caller holds the lock of the bank's head
SELECT l.bank_id, l.loan_id, l.loan_number, l.branch_id, l.officer_id, l.borrower_id, l.line, l.product_version,
  l.purpose, l.category, l.is_restructured, l.granted, l.principal, l.agreed_on, l.starts_on, l.matures_on, l.method,
  l.interest_every_months, l.settlement_day, l.principal_every_months, l.principal_from, l.plan_due_on,
  l.plan_principal, l.month_weights, l.interest_basis, l.rounding, l.rate_e12, l.rate_index, l.rate_reset,
  l.penalty_percent, l.subsidy_payer, l.subsidy_basis_points, l.subsidy_principal_limit, l.subsidy_until,
  l.subsidy_stops_when_overdue, l.more_terms::text AS more_terms,
  s.status, s.branch_id AS state_branch_id, s.borrower_id AS state_borrower_id,
  s.is_restructured AS state_is_restructured, s.matures_on AS state_matures_on, s.outstanding,
  s.oldest_unpaid_due_on, s.last_fact_number, s.book_principal, s.is_non_accrual, s.moved,
  coalesce(p.posted_borrower, s.posted_borrower) AS posted_borrower,
  coalesce(p.posted_finance, s.posted_finance) AS posted_finance,
  coalesce(p.posted_programme, s.posted_programme) AS posted_programme,
  coalesce(p.posted_penalty, s.posted_penalty) AS posted_penalty,
  coalesce(p.posted_compound, s.posted_compound) AS posted_compound,
  coalesce(p.posted_suspended, s.posted_suspended) AS posted_suspended,
  p.loan_id IS NOT NULL AS has_position
FROM loan_states s
JOIN loans l ON l.bank_id = s.bank_id AND l.loan_id = s.loan_id
LEFT JOIN positions p ON p.bank_id = s.bank_id AND p.loan_id = s.loan_id
  AND p.loan_id > $2 AND p.month = $5 AND p.version = $6
-- The bound is said of each table, so that a merge of them begins there and not at the bank's first.
WHERE s.bank_id = $1 AND s.loan_id > $2 AND l.loan_id > $2 AND s.status IN ('active', 'settled', 'written-off')
  AND (s.status IN ('active', 'written-off') OR s.last_fact_number > $4 OR p.loan_id IS NOT NULL
    OR s.starts_on >= $5::date + interval '1 month')
ORDER BY s.loan_id
LIMIT $3;
