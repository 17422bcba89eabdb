-- list_runs: the runs of a bank with their requests, by number.
-- $1 bank_id bigint
-- locks nothing
SELECT r.run_number, r.fact_number, r.month, r.version, f.request
FROM accrual_runs r
JOIN facts f ON f.bank_id = r.bank_id AND f.fact_number = r.fact_number
WHERE r.bank_id = $1
ORDER BY r.run_number;
