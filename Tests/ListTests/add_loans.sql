-- Adds to the small bank one loan for each of its first thousand with loan_id % 13 = $1 % 13, alike
-- but for its number, so that new loans lie before, among and behind those of any page.
-- $1 the how manieth addition bigint
INSERT INTO loan_states (bank_id, loan_id, loan_number, branch_id, officer_id, borrower_id, line,
  status, is_restructured, starts_on, matures_on, principal, outstanding, oldest_unpaid_due_on,
  last_fact_number)
SELECT bank_id, loan_id + $1 * 10000,
  left(loan_number, 7) || lpad((loan_id + $1 * 10000)::text, 7, '0') || '0', branch_id, officer_id,
  borrower_id, line, status, is_restructured, starts_on, matures_on, principal, outstanding,
  oldest_unpaid_due_on, last_fact_number
FROM loan_states
WHERE bank_id = 2 AND loan_id <= 1000 AND loan_id % 13 = $1 % 13;
