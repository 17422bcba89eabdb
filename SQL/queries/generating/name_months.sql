-- name_months: says, for this transaction, for which months drop_keys makes partitions, and what the
-- making of keys and the planner's sample may take.
-- $1 first day of the first month date, $2 how many months integer, $3 how many of them
-- have a run integer
-- locks nothing
SELECT set_config('shanhai.first_month', $1::date::text, true) AS first_month,
  set_config('shanhai.month_count', $2::integer::text, true) AS month_count,
  set_config('shanhai.run_count', $3::integer::text, true) AS run_count,
  set_config('maintenance_work_mem', '512MB', true) AS memory,
  set_config('default_statistics_target', '20', true) AS sample;
