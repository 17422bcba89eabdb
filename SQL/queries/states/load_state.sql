-- load_state: the current state of a loan.
-- $1 bank_id bigint, $2 loan_id bigint
-- locks nothing: the caller holds the lock of the bank's head
SELECT bank_id, loan_id, loan_number, branch_id, officer_id, borrower_id, line, status, is_restructured,
  starts_on, matures_on, principal, outstanding, oldest_unpaid_due_on, last_fact_number,
  repaid_principal, repaid_interest, repaid_penalty, credit, posted_borrower, posted_finance,
  posted_programme, posted_penalty
FROM loan_states
WHERE bank_id = $1 AND loan_id = $2;
