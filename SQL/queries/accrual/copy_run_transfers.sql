-- copy_run_transfers: takes in transfers of a run, into a table that this transaction made.
-- :leaf the table
-- locks the new rows
COPY :leaf (bank_id, booked_on, run_number, loan_id, kind, payer, debit_account, credit_account,
  amount) FROM STDIN (FORMAT binary, FREEZE);
