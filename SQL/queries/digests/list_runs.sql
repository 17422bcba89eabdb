-- list_runs: the runs that a month's digest is over, by number.
-- $1 bank_id bigint, $2 month date, $3 fact_number of the close before bigint, $4 that of the close
-- bigint
-- locks nothing
SELECT run_number, fact_number, month
FROM accrual_runs
WHERE bank_id = $1 AND month <= $2 AND fact_number < $4 AND (month = $2 OR fact_number >= $3)
ORDER BY run_number;
