-- last_run_by: the number of the last fact by which the books were brought to a month's end or an
-- earlier one; null before the first run.
-- $1 bank_id bigint, $2 month date
-- locks nothing
SELECT max(fact_number) AS fact_number
FROM accrual_runs
WHERE bank_id = $1 AND month <= $2;
