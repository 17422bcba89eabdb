-- insert_state: the current state of a new loan.
-- $1 … $23: the columns in the order they are named
-- locks the new row
INSERT INTO loan_states (bank_id, loan_id, loan_number, branch_id, officer_id, borrower_id, line, status, is_restructured,
  starts_on, matures_on, principal, outstanding, oldest_unpaid_due_on, last_fact_number,
  repaid_principal, repaid_interest, repaid_penalty, credit, posted_borrower, posted_finance,
  posted_programme, posted_penalty)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
  $20, $21, $22, $23);
