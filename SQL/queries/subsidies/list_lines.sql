-- list_lines: the lines of a claim with what became of them, by loan.
-- $1 bank_id bigint, $2 claim_number integer, $3 facts undone bigint[]
-- locks nothing
SELECT l.loan_id, o.loan_number, o.borrower_id, l.amount, l.from_on, l.until_on, l.days,
  l.principal, l.subsidised_principal, l.rate_e12, l.share_basis_points,
  coalesce(s.paid, 0)::bigint AS paid, coalesce(s.refused, 0)::bigint AS refused
FROM subsidy_claim_lines l
JOIN loans o ON o.bank_id = l.bank_id AND o.loan_id = l.loan_id
LEFT JOIN (
  SELECT t.loan_id, sum(w.amount) FILTER (WHERE w.kind = 'subsidy-paid') AS paid,
    sum(w.amount) FILTER (WHERE w.kind = 'subsidy-rejected') AS refused
  FROM subsidy_settlements t
  JOIN facts w ON w.bank_id = t.bank_id AND w.fact_number = t.fact_number
  WHERE t.bank_id = $1 AND t.claim_number = $2 AND t.fact_number <> ALL ($3)
  GROUP BY t.loan_id
) s ON s.loan_id = l.loan_id
WHERE l.bank_id = $1 AND l.claim_number = $2
ORDER BY l.loan_id;
