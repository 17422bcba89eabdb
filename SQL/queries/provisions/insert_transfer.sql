-- insert_transfer: what a run books for a bank as a whole.
-- $1 bank_id bigint, $2 booked_on date, $3 run_number integer, $4 kind text, $5 debit_account text,
-- $6 credit_account text, $7 amount bigint
-- locks the new row
INSERT INTO bank_transfers (bank_id, booked_on, run_number, kind, debit_account, credit_account,
  amount)
VALUES ($1, $2, $3, $4, $5, $6, $7);
