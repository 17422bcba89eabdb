-- insert_set_aside: a loan that a run could not compute.
-- $1 bank_id bigint, $2 month date, $3 run_number integer, $4 loan_id bigint, $5 code text,
-- $6 reason text
-- locks the new row
INSERT INTO close_failures (bank_id, month, run_number, loan_id, code, reason)
VALUES ($1, $2, $3, $4, $5, $6);
