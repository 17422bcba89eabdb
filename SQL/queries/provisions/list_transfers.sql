-- list_transfers: what runs booked for a bank as a whole, by run and kind.
-- $1 bank_id bigint
-- locks nothing
SELECT run_number, booked_on, kind, debit_account, credit_account, amount
FROM bank_transfers
WHERE bank_id = $1
ORDER BY run_number, kind;
