-- list_steps: the steps of a month's end that are done, the latest of each, in their order.
-- $1 bank_id bigint, $2 month date
-- locks nothing
SELECT step, row_count, amount, microseconds
FROM (
  SELECT DISTINCT ON (step) step, row_count, amount, microseconds, finished_at
  FROM close_steps
  WHERE bank_id = $1 AND month = $2
  ORDER BY step, run_number DESC
) latest
ORDER BY finished_at, step;
