-- update_state: the current state of a loan after a fact.
-- $1 bank_id bigint, $2 loan_id bigint, $3 … $20: the columns in the order they are named
-- locks the loan's state
UPDATE loan_states
SET (status, branch_id, borrower_id, is_restructured, starts_on, matures_on, outstanding,
  oldest_unpaid_due_on, last_fact_number, book_principal, is_non_accrual, moved, posted_borrower,
  posted_finance, posted_programme, posted_penalty, posted_compound, posted_suspended) =
  ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
WHERE bank_id = $1 AND loan_id = $2;
