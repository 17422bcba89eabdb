-- outstanding_differs_from_books: loans whose principal on the books is not the balance of their
-- accounts 1303…; it is all that is outstanding, but for loans that do not accrue.
-- Must return no row.
SELECT s.bank_id, s.loan_number, s.outstanding, s.book_principal, coalesce(b.balance, 0) AS balance
FROM loan_states s
LEFT JOIN (
  SELECT bank_id, loan_id,
    sum(CASE WHEN debit_account LIKE '1303%' THEN amount ELSE -amount END) AS balance
  FROM postings
  WHERE debit_account LIKE '1303%' OR credit_account LIKE '1303%'
  GROUP BY bank_id, loan_id
) b ON b.bank_id = s.bank_id AND b.loan_id = s.loan_id
WHERE s.book_principal <> coalesce(b.balance, 0)
  OR (NOT s.is_non_accrual AND s.book_principal <> s.outstanding);
