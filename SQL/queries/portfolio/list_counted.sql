-- list_counted: the versions of a bank's months that are counted.
-- $1 bank_id bigint
-- locks nothing
SELECT month, version
FROM portfolio_months
WHERE bank_id = $1
ORDER BY month, version;
