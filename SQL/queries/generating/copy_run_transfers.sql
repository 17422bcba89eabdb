-- copy_run_transfers: takes in transfers of accrual runs.
-- locks the new rows
COPY run_transfers (bank_id, booked_on, run_number, loan_id, kind, payer, debit_account,
  credit_account, amount) FROM STDIN (FORMAT binary);
