-- sum_postings: what moved between each two accounts of a bank within days, as known by a fact.
-- $1 bank_id bigint, $2 first day date, $3 last day date, $4 last fact known bigint
-- locks nothing
SELECT debit_account, credit_account, sum(amount) AS amount
FROM postings
WHERE bank_id = $1 AND booked_on BETWEEN $2 AND $3 AND fact_number <= $4
GROUP BY debit_account, credit_account
ORDER BY debit_account, credit_account;
