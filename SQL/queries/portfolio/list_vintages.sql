-- list_vintages: the vintages, of some versions of a bank's months.
-- $1 bank_id bigint, $2 months date[], $3 the version of each integer[]
-- locks nothing
SELECT p.month, p.line, p.cohort, p.months_on_book, p.granted_loans, p.granted, p.loans,
  p.principal, p.at_risk_30, p.at_risk_90, p.default_loans, p.default_granted
FROM unnest($2::date[], $3::integer[]) AS v (month, version)
JOIN portfolio_vintages p ON p.month = v.month AND p.version = v.version
WHERE p.bank_id = $1
ORDER BY p.month, p.line, p.cohort, p.months_on_book;
