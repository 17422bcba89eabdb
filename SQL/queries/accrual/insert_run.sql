-- insert_run: one accrual run, for ever.
-- $1 bank_id bigint, $2 run_number integer, $3 fact_number bigint, $4 month date, $5 version
-- integer, $6 loan_count bigint, $7 transfer_count bigint, $8 interest bigint, $9 penalty bigint
-- locks the new row
INSERT INTO accrual_runs (bank_id, run_number, fact_number, month, version, loan_count,
  transfer_count, interest, penalty)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
