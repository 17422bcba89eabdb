-- list_largest: the largest debtors, of some versions of a bank's months.
-- $1 bank_id bigint, $2 months date[], $3 the version of each integer[]
-- locks nothing
SELECT p.month, p.kind, p.place, p.reference, p.loans, p.principal
FROM unnest($2::date[], $3::integer[]) AS v (month, version)
JOIN portfolio_largest p ON p.month = v.month AND p.version = v.version
WHERE p.bank_id = $1
ORDER BY p.month, p.kind, p.place;
