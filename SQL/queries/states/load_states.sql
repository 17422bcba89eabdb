-- load_states: the current states of some loans, by loan.
-- $1 bank_id bigint, $2 loan_ids bigint[]
-- locks nothing: the caller holds the lock of the bank's head, or reads a snapshot
SELECT s.loan_id, s.starts_on,
  s.status, s.branch_id AS state_branch_id, s.borrower_id AS state_borrower_id,
  s.is_restructured AS state_is_restructured, s.matures_on AS state_matures_on, s.outstanding,
  s.oldest_unpaid_due_on, s.last_fact_number, s.book_principal, s.is_non_accrual, s.class_by_facts,
  s.moved, s.posted_borrower, s.posted_finance, s.posted_programme, s.posted_penalty,
  s.posted_compound, s.posted_suspended
FROM loan_states s
WHERE s.bank_id = $1 AND s.loan_id = ANY ($2)
ORDER BY s.loan_id;
