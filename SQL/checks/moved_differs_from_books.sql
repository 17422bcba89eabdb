-- moved_differs_from_books: loans for which what facts moved, as the state carries it, is not what
-- was booked.
-- Must return no row.
WITH booked AS (
  SELECT t.bank_id, t.loan_id, k.place,
    sum(CASE WHEN t.debit_account LIKE k.debit_account || '%' THEN t.amount ELSE -t.amount END)
      AS amount
  FROM postings t
  JOIN transfer_kinds k ON k.kind = t.kind AND k.payer = t.payer
  WHERE k.place IS NOT NULL
  GROUP BY t.bank_id, t.loan_id, k.place
), carried AS (
  SELECT s.bank_id, s.loan_id, m.place, m.amount
  FROM loan_states s, unnest(s.moved) WITH ORDINALITY AS m (amount, place)
)
SELECT bank_id, loan_id, place, b.amount AS booked, c.amount AS carried
FROM booked b
FULL JOIN carried c USING (bank_id, loan_id, place)
WHERE coalesce(b.amount, 0) <> coalesce(c.amount, 0);
