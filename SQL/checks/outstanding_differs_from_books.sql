-- outstanding_differs_from_books: loans whose unpaid principal is not the balance of their account.
-- Must return no row.
SELECT s.bank_id, s.loan_number, s.outstanding, coalesce(b.balance, 0) AS balance
FROM loan_states s
LEFT JOIN (
  SELECT bank_id, loan_id,
    sum(CASE WHEN debit_account = '1303' THEN amount ELSE -amount END) AS balance
  FROM transfers
  WHERE debit_account = '1303' OR credit_account = '1303'
  GROUP BY bank_id, loan_id
) b ON b.bank_id = s.bank_id AND b.loan_id = s.loan_id
WHERE s.outstanding <> coalesce(b.balance, 0);
