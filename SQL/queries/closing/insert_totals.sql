-- insert_totals: what a month that is closed has booked, with that of months before it that never
-- were.
-- $1 bank_id bigint, $2 month date, $3 version integer, $4 the last day closed before date,
-- $5 the month's last day date, $6 the number of the fact that closes it bigint
-- locks the new rows
INSERT INTO month_totals (bank_id, month, version, kind, payer, debit_account, credit_account,
  amount, row_count)
SELECT bank_id, $2, $3, kind, payer, debit_account, credit_account, sum(amount)::bigint, count(*)
FROM postings
WHERE bank_id = $1 AND booked_on > $4 AND booked_on <= $5 AND fact_number < $6
GROUP BY bank_id, kind, payer, debit_account, credit_account
RETURNING kind, debit_account, credit_account, amount, row_count;
