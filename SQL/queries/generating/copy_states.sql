-- copy_states: takes in the current states of loans.
-- locks the new rows
COPY loan_states (bank_id, loan_id, loan_number, officer_id, line, principal, status, branch_id,
  borrower_id, is_restructured, starts_on, matures_on, outstanding, oldest_unpaid_due_on,
  last_fact_number, book_principal, is_non_accrual, class_by_facts, moved, posted_borrower,
  posted_finance, posted_programme, posted_penalty, posted_compound, posted_suspended)
FROM STDIN (FORMAT binary);
