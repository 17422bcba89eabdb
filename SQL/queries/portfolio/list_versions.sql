-- list_versions: the last version of each month's positions of a bank, as known at a fact, and the
-- fact that wrote it with what it was asked.
-- $1 bank_id bigint, $2 fact_number bigint
-- locks nothing
SELECT DISTINCT ON (r.month) r.month, r.version, r.fact_number, f.request
FROM accrual_runs r
LEFT JOIN facts f ON f.bank_id = r.bank_id AND f.fact_number = r.fact_number
WHERE r.bank_id = $1 AND r.fact_number <= $2 AND r.version IS NOT NULL
ORDER BY r.month, r.version DESC;
