-- list_claims: the claims of a bank with what became of them, by number.
-- $1 bank_id bigint, $2 programme text (null: all), $3 claim_number integer (null: all), $4 fact
-- number of the claiming bigint (null: all), $5 facts undone bigint[]
-- locks nothing
SELECT c.claim_number, c.programme, g.payer, g.name_zh, g.name_en, g.refused_owed_by, c.month,
  c.batch, c.loan_count, c.amount, f.effective_on AS claimed_on, k.effective_on AS confirmed_on,
  coalesce(s.paid, 0)::bigint AS paid, coalesce(s.refused, 0)::bigint AS refused
FROM subsidy_claims c
JOIN programmes g ON g.code = c.programme
JOIN facts f ON f.bank_id = c.bank_id AND f.fact_number = c.fact_number
LEFT JOIN subsidy_confirmations n ON n.bank_id = c.bank_id AND n.claim_number = c.claim_number
LEFT JOIN facts k ON k.bank_id = n.bank_id AND k.fact_number = n.fact_number
LEFT JOIN LATERAL (
  SELECT sum(w.amount) FILTER (WHERE w.kind = 'subsidy-paid') AS paid,
    sum(w.amount) FILTER (WHERE w.kind = 'subsidy-rejected') AS refused
  FROM subsidy_settlements t
  JOIN facts w ON w.bank_id = t.bank_id AND w.fact_number = t.fact_number
  WHERE t.bank_id = c.bank_id AND t.claim_number = c.claim_number AND t.fact_number <> ALL ($5)
) s ON true
WHERE c.bank_id = $1 AND ($2::text IS NULL OR c.programme = $2)
  AND ($3::integer IS NULL OR c.claim_number = $3) AND ($4::bigint IS NULL OR c.fact_number = $4)
ORDER BY c.claim_number;
