-- list_postings_of_loan: the postings of a loan up to a day, as known by a fact, in the order of the
-- books.
-- $1 bank_id bigint, $2 loan_number text, $3 last day date, $4 last fact known bigint
-- locks nothing
SELECT p.booked_on, p.value_on, p.fact_number, p.run_number, f.kind AS fact_kind, l.loan_number,
  p.kind, p.payer, p.debit_account, p.credit_account, p.amount
FROM loans l
JOIN postings p ON p.bank_id = l.bank_id AND p.loan_id = l.loan_id
JOIN facts f ON f.bank_id = p.bank_id AND f.fact_number = p.fact_number
WHERE l.bank_id = $1 AND l.loan_number = $2 AND p.booked_on <= $3 AND p.fact_number <= $4
ORDER BY p.booked_on, p.fact_number, p.kind, p.payer;
