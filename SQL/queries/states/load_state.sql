-- load_state: the current state of a loan.
-- $1 bank_id bigint, $2 loan_id bigint
-- locks nothing: the caller holds the lock of the bank's head
SELECT s.starts_on,
  s.status, s.branch_id AS state_branch_id, s.borrower_id AS state_borrower_id,
  s.is_restructured AS state_is_restructured, s.matures_on AS state_matures_on, s.outstanding,
  s.oldest_unpaid_due_on, s.last_fact_number, s.book_principal, s.is_non_accrual, s.moved,
  s.posted_borrower, s.posted_finance, s.posted_programme, s.posted_penalty, s.posted_compound,
  s.posted_suspended
FROM loan_states s
WHERE s.bank_id = $1 AND s.loan_id = $2;
