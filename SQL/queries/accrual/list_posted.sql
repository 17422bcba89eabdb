-- list_posted: what runs and takeovers have posted of each of some loans, as the books say.
-- $1 bank_id bigint, $2 loan_ids bigint[]
-- locks nothing
SELECT t.loan_id, replace(t.kind, 'opening-', '') AS kind, t.payer,
  sum(CASE WHEN t.debit_account LIKE '1132%' OR t.debit_account = '990201' THEN t.amount
    ELSE -t.amount END)::bigint AS amount
FROM postings t
WHERE t.bank_id = $1 AND t.loan_id = ANY ($2)
  AND t.kind IN ('interest', 'penalty', 'compound', 'suspended', 'opening-interest',
    'opening-penalty')
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3;
