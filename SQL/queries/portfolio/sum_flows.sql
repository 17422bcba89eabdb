-- sum_flows: what was booked in some days, as known at a fact, by kind and accounts.
-- $1 bank_id bigint, $2 from date, $3 through date, $4 fact_number bigint, $5 loan_ids bigint[] (null:
-- all that was booked, of no loan too)
-- locks nothing
-- The loans are a subquery, which is hashed: a plan for any array compares each row with all of it.
-- month_totals does not serve: it is of what was booked since the last close, as the close knew it.
SELECT kind, debit_account, credit_account, sum(amount)::bigint AS amount, count(*) AS row_count
FROM postings
WHERE bank_id = $1 AND booked_on BETWEEN $2 AND $3 AND fact_number <= $4
  AND ($5::bigint[] IS NULL OR loan_id IN (SELECT unnest($5)))
GROUP BY kind, debit_account, credit_account
ORDER BY kind, debit_account, credit_account;
