-- list_months: what is held against the losses, at the end of some versions of a bank's months.
-- $1 bank_id bigint, $2 months date[], $3 the version of each integer[]
-- locks nothing
SELECT p.month, p.held_provision
FROM unnest($2::date[], $3::integer[]) AS v (month, version)
JOIN portfolio_months p ON p.month = v.month AND p.version = v.version
WHERE p.bank_id = $1
ORDER BY p.month;
