-- exposure: what a borrower owes or has been promised, at this bank.
-- $1 bank_id bigint, $2 borrower_id bigint, $3 line text, $4 from date, $5 until date
-- -> exposure numeric (all lines), same_line numeric (of the line, agreed in [from, until))
-- locks nothing
SELECT coalesce(sum(owed.amount), 0) AS exposure,
  coalesce(sum(owed.amount)
    FILTER (WHERE l.line = $3 AND l.agreed_on >= $4 AND l.agreed_on < $5), 0) AS same_line
FROM loan_states s
JOIN loans l ON l.bank_id = s.bank_id AND l.loan_id = s.loan_id
CROSS JOIN LATERAL (
  SELECT CASE WHEN s.status IN ('active', 'written-off') THEN s.outstanding ELSE s.principal END
    AS amount
) owed
WHERE s.bank_id = $1 AND s.borrower_id = $2
  AND s.status NOT IN ('settled', 'refused', 'withdrawn', 'expired');
