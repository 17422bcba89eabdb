-- copy_transfers: takes in transfers of facts.
-- locks the new rows
COPY transfers (bank_id, booked_on, fact_number, loan_id, kind, payer, value_on, debit_account,
  credit_account, amount) FROM STDIN (FORMAT binary);
