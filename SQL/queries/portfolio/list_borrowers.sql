-- list_borrowers: the numbers of borrowers by some cuts, of some versions of a bank's months.
-- $1 bank_id bigint, $2 months date[], $3 the version of each integer[], $4 cuts text[]
-- locks nothing
SELECT p.month, p.cut, p.member, p.borrowers
FROM unnest($2::date[], $3::integer[]) AS v (month, version)
JOIN portfolio_borrowers p ON p.month = v.month AND p.version = v.version
WHERE p.bank_id = $1
  AND p.cut = ANY ($4::text[])
ORDER BY p.month, p.cut, p.member;
