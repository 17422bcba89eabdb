-- list_cells: the sums of positions by some cuts, of some versions of a bank's months.
-- $1 bank_id bigint, $2 months date[], $3 the version of each integer[], $4 cuts text[]
-- locks nothing
SELECT p.month, p.cut, p.member, p.days_from, p.risk_class, p.is_restructured, p.loans, p.principal,
  p.principal_due, p.interest_due, p.interest_running, p.penalty_due, p.book_principal,
  p.general_provision, p.special_provision
FROM unnest($2::date[], $3::integer[]) AS v (month, version)
JOIN portfolio_cells p ON p.month = v.month AND p.version = v.version
WHERE p.bank_id = $1
  AND p.cut = ANY ($4::text[])
ORDER BY p.month, p.cut, p.member, p.days_from, p.risk_class, p.is_restructured;
