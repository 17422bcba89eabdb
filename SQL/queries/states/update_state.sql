-- update_state: the current state of a loan after a fact.
-- $1 bank_id bigint, $2 loan_id bigint, $3 status text, $4 starts_on date, $5 outstanding bigint,
-- $6 oldest_unpaid_due_on date, $7 last_fact_number bigint, $8 repaid_principal bigint,
-- $9 repaid_interest bigint, $10 repaid_penalty bigint, $11 credit bigint, $12 posted_borrower
-- bigint, $13 posted_finance bigint, $14 posted_programme bigint, $15 posted_penalty bigint
-- locks the loan's state
UPDATE loan_states
SET status = $3, starts_on = $4, outstanding = $5, oldest_unpaid_due_on = $6,
  last_fact_number = $7, repaid_principal = $8, repaid_interest = $9, repaid_penalty = $10,
  credit = $11, posted_borrower = $12, posted_finance = $13, posted_programme = $14,
  posted_penalty = $15
WHERE bank_id = $1 AND loan_id = $2;
