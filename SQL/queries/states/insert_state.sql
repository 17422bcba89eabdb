-- insert_state: the current state of a new loan.
-- $1 … $25: the columns in the order they are named
-- locks the new row
INSERT INTO loan_states (bank_id, loan_id, loan_number, officer_id, line, principal, status, branch_id, borrower_id, is_restructured,
  starts_on, matures_on, outstanding, oldest_unpaid_due_on, last_fact_number, book_principal,
  is_non_accrual, class_by_facts, moved, posted_borrower, posted_finance, posted_programme,
  posted_penalty, posted_compound, posted_suspended)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
  $20, $21, $22, $23, $24, $25);
