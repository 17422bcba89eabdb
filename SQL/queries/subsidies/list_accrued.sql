-- list_accrued: what programmes owe and was not claimed, or was claimed too much, by loan: interest
-- in the books through a day, with what was refused of it by a run known by then, less all claims.
-- $1 bank_id bigint, $2 through date, $3 programme text (null: all), $4 fact number of the last run
-- by then bigint, $5 facts undone by then bigint[]
-- -> claimed_to: the month of the loan's last claim, null before the first
-- locks nothing: the caller holds the lock of the bank's head
WITH accrued AS (
  SELECT t.loan_id, t.payer,
    sum(CASE WHEN t.debit_account = k.debit_account THEN t.amount ELSE -t.amount END) AS amount
  FROM postings t
  JOIN transfer_kinds k ON k.kind = t.kind AND k.payer = t.payer
  WHERE t.bank_id = $1 AND t.booked_on <= $2 AND t.kind IN ('interest', 'opening-interest')
    AND t.payer IN ('finance', 'programme')
  GROUP BY t.loan_id, t.payer
), refused AS (
  SELECT s.loan_id, sum(f.amount) AS amount
  FROM subsidy_settlements s
  JOIN facts f ON f.bank_id = s.bank_id AND f.fact_number = s.fact_number
  WHERE s.bank_id = $1 AND f.kind = 'subsidy-rejected' AND f.fact_number < $4
    AND f.effective_on <= $2 AND f.fact_number <> ALL ($5)
  GROUP BY s.loan_id
), claimed AS (
  SELECT l.loan_id, sum(l.amount) AS amount, max(c.month) AS month
  FROM subsidy_claim_lines l
  JOIN subsidy_claims c ON c.bank_id = l.bank_id AND c.claim_number = l.claim_number
  WHERE l.bank_id = $1
  GROUP BY l.loan_id
)
SELECT p.loan_id, p.programme, claimed.month AS claimed_to,
  (accrued.amount + coalesce(refused.amount, 0) - coalesce(claimed.amount, 0))::bigint AS amount
FROM loan_payers p
JOIN programmes g ON g.code = p.programme
JOIN accrued ON accrued.loan_id = p.loan_id AND accrued.payer = g.payer
LEFT JOIN refused ON refused.loan_id = p.loan_id
LEFT JOIN claimed ON claimed.loan_id = p.loan_id
WHERE p.bank_id = $1 AND ($3::text IS NULL OR p.programme = $3)
  AND accrued.amount + coalesce(refused.amount, 0) <> coalesce(claimed.amount, 0)
ORDER BY p.programme, p.loan_id;
