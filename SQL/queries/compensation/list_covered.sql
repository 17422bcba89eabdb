-- list_covered: loans that a fund covers, with what was moved of its cover.
-- $1 bank_id bigint, $2 loan_id bigint (null: all), $3 overdue since before date (null: any loan),
-- $4 whether only those of which something was moved boolean
-- locks nothing
SELECT s.loan_id, s.loan_number, s.borrower_id, s.oldest_unpaid_due_on, p.fund,
  p.fund_share_percent,
  coalesce(s.moved[16], 0) AS claimed, coalesce(s.moved[17], 0) AS paid,
  coalesce(s.moved[19], 0) AS owed_back, coalesce(s.moved[20], 0) AS returned
FROM loan_payers p
JOIN loan_states s ON s.bank_id = p.bank_id AND s.loan_id = p.loan_id
WHERE p.bank_id = $1 AND p.fund IS NOT NULL AND ($2::bigint IS NULL OR p.loan_id = $2)
  AND ($3::date IS NULL OR s.oldest_unpaid_due_on < $3)
  AND (NOT $4 OR coalesce(s.moved[16], 0) <> 0 OR coalesce(s.moved[17], 0) <> 0)
ORDER BY p.fund, s.loan_number;
