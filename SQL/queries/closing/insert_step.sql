-- insert_step: what a step of a month's end did, in place of an earlier try's.
-- $1 bank_id bigint, $2 month date, $3 run_number integer, $4 step text, $5 row_count bigint,
-- $6 amount bigint, $7 microseconds bigint
-- locks the row
INSERT INTO close_steps (bank_id, month, run_number, step, row_count, amount, microseconds)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (bank_id, month, run_number, step) DO UPDATE
SET row_count = excluded.row_count, amount = excluded.amount,
  microseconds = excluded.microseconds, finished_at = excluded.finished_at;
