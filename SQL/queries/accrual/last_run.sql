-- last_run: the bank's last accrual run; no row before the first.
-- $1 bank_id bigint
-- locks nothing
SELECT run_number, fact_number, month, version
FROM accrual_runs
WHERE bank_id = $1
ORDER BY run_number DESC
LIMIT 1;
