-- list_postings: the postings of a bank within days, as known by a fact, in the order of the books;
-- no loan_number for what a run booked for the whole bank.
-- $1 bank_id bigint, $2 first day date, $3 last day date, $4 last fact known bigint, $5 accounts text[],
-- one of which is debited or credited (null: all)
-- locks nothing
SELECT p.booked_on, p.value_on, p.fact_number, p.run_number, f.kind AS fact_kind, l.loan_number,
  p.kind, p.payer, p.debit_account, p.credit_account, p.amount
FROM postings p
JOIN facts f ON f.bank_id = p.bank_id AND f.fact_number = p.fact_number
LEFT JOIN loans l ON l.bank_id = p.bank_id AND l.loan_id = p.loan_id
WHERE p.bank_id = $1 AND p.booked_on BETWEEN $2 AND $3 AND p.fact_number <= $4
  AND ($5::text[] IS NULL OR p.debit_account = ANY ($5) OR p.credit_account = ANY ($5))
ORDER BY p.booked_on, p.fact_number, l.loan_number, p.kind, p.payer;
