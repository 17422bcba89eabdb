-- last_positions: the last positions of a bank; no row before the first.
-- $1 bank_id bigint
-- locks nothing
SELECT month, version
FROM accrual_runs
WHERE bank_id = $1 AND version IS NOT NULL
ORDER BY run_number DESC
LIMIT 1;
