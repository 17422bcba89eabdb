-- non_performing: the principal of a line in a place at a month's end, and of it the
-- non-performing, of one bank.
-- $1 bank_id bigint, $2 month date, $3 version integer, $4 line text, $5 division_prefix text
-- -> principal numeric, non_performing numeric
-- locks nothing
SELECT coalesce(sum(p.principal), 0) AS principal,
  coalesce(sum(p.principal) FILTER (
    WHERE p.risk_class IN ('substandard', 'doubtful', 'loss')), 0) AS non_performing
FROM positions p
JOIN borrowers b ON b.bank_id = p.bank_id AND b.borrower_id = p.borrower_id
WHERE p.bank_id = $1 AND p.month = $2 AND p.version = $3 AND p.line = $4
  AND starts_with(b.division_code, $5);
