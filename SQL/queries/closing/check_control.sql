-- check_control: kinds of transfers whose totals in a bank's books are not what its loans carry, and
-- the principal accounts if they are not the principal of the loans.
-- $1 bank_id bigint, $2 month of the last positions date, $3 their version integer, $4 the last day
-- that totals of months tell date
-- Must return no row.
-- locks nothing: the caller holds the lock of the bank's head
WITH totals AS (
  SELECT t.kind, t.payer, t.debit_account, t.credit_account, t.amount
  FROM month_totals t
  WHERE t.bank_id = $1 AND NOT EXISTS (
    SELECT FROM month_reopenings r
    WHERE r.bank_id = t.bank_id AND r.month = t.month AND r.version = t.version)
  UNION ALL
  SELECT kind, payer, debit_account, credit_account, sum(amount)
  FROM postings
  WHERE bank_id = $1 AND booked_on > $4
  GROUP BY kind, payer, debit_account, credit_account
), booked AS (
  SELECT replace(t.kind, 'opening-penalty', 'penalty') AS kind, t.payer,
    sum(CASE WHEN t.debit_account LIKE k.debit_account || '%' THEN t.amount ELSE -t.amount END)
      AS amount
  FROM (SELECT replace(kind, 'opening-interest', 'interest') AS kind, kind AS own_kind, payer,
      debit_account, amount FROM totals) t
  JOIN transfer_kinds k ON k.kind = t.own_kind AND k.payer = t.payer
  GROUP BY 1, 2
), posted AS (
  SELECT sum(posted_borrower) AS borrower, sum(posted_finance) AS finance,
    sum(posted_programme) AS programme, sum(posted_penalty) AS penalty,
    sum(posted_compound) AS compound, sum(posted_suspended) AS suspended
  FROM (
    SELECT posted_borrower, posted_finance, posted_programme, posted_penalty, posted_compound,
      posted_suspended
    FROM positions
    WHERE bank_id = $1 AND month = $2 AND version = $3
    UNION ALL
    SELECT s.posted_borrower, s.posted_finance, s.posted_programme, s.posted_penalty,
      s.posted_compound, s.posted_suspended
    FROM loan_states s
    LEFT JOIN positions p ON p.bank_id = s.bank_id AND p.loan_id = s.loan_id AND p.month = $2
      AND p.version = $3
    WHERE s.bank_id = $1 AND p.loan_id IS NULL
  ) loans
), carried AS (
  SELECT v.kind, v.payer, v.amount
  FROM posted CROSS JOIN LATERAL (VALUES
    ('interest', 'borrower', borrower), ('interest', 'finance', finance),
    ('interest', 'programme', programme), ('penalty', 'borrower', penalty),
    ('compound', 'borrower', compound), ('suspended', 'borrower', suspended)
  ) AS v (kind, payer, amount)
  UNION ALL
  SELECT k.kind, k.payer, m.amount
  FROM (
    SELECT m.place, sum(m.amount) AS amount
    FROM loan_states s, unnest(s.moved) WITH ORDINALITY AS m (amount, place)
    WHERE s.bank_id = $1
    GROUP BY m.place
  ) m
  JOIN transfer_kinds k ON k.place = m.place
)
SELECT kind || '/' || payer AS control, coalesce(b.amount, 0) AS booked,
  coalesce(c.amount, 0) AS carried
FROM booked b
FULL JOIN carried c USING (kind, payer)
WHERE coalesce(b.amount, 0) <> coalesce(c.amount, 0)
UNION ALL
SELECT '1303', balance, principal
FROM (
  SELECT coalesce(sum(CASE WHEN debit_account LIKE '1303%' THEN amount ELSE -amount END), 0)
    AS balance
  FROM totals
  WHERE debit_account LIKE '1303%' OR credit_account LIKE '1303%'
) books, (
  SELECT coalesce(sum(book_principal), 0) AS principal FROM loan_states WHERE bank_id = $1
) loans
WHERE balance <> principal;
