-- list_entries: the postings of a bank within days, as known by a fact, in the order of the books:
-- those of a fact one by one, those of a run summed by what they are for.
-- $1 bank_id bigint, $2 first day date, $3 last day date, $4 last fact known bigint
-- locks nothing
SELECT e.booked_on, e.value_on, e.fact_number, e.run_number, f.kind AS fact_kind, l.loan_number,
  e.kind, e.payer, e.debit_account, e.credit_account, e.amount, e.posting_count
FROM (
  SELECT bank_id, booked_on, value_on, fact_number, run_number, loan_id, kind, payer,
    debit_account, credit_account, amount::numeric AS amount, 1::bigint AS posting_count
  FROM postings
  WHERE bank_id = $1 AND booked_on BETWEEN $2 AND $3 AND fact_number <= $4 AND run_number IS NULL
  UNION ALL
  SELECT bank_id, booked_on, max(value_on), fact_number, run_number, NULL, kind, payer,
    debit_account, credit_account, sum(amount), count(*)
  FROM postings
  WHERE bank_id = $1 AND booked_on BETWEEN $2 AND $3 AND fact_number <= $4
    AND run_number IS NOT NULL
  GROUP BY bank_id, booked_on, fact_number, run_number, kind, payer, debit_account, credit_account
) e
JOIN facts f ON f.bank_id = e.bank_id AND f.fact_number = e.fact_number
LEFT JOIN loans l ON l.bank_id = e.bank_id AND l.loan_id = e.loan_id
ORDER BY e.booked_on, e.fact_number, e.run_number, l.loan_number, e.kind, e.payer,
  e.debit_account, e.credit_account;
