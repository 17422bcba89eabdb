-- find_version: the last version of a bank's positions of a month; no row if there is none.
-- $1 bank_id bigint, $2 month date
-- locks nothing
SELECT version, run_number, fact_number
FROM accrual_runs
WHERE bank_id = $1 AND month = $2 AND version IS NOT NULL
ORDER BY version DESC
LIMIT 1;
