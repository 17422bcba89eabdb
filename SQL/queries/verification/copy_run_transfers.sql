-- copy_run_transfers: what runs have booked of a range of a bank's loans, on some days.
-- :bank bigint, :first loan_id bigint, :last loan_id bigint, :from_day date, :to_day date
-- locks nothing
COPY (
  SELECT loan_id, run_number, kind, payer, booked_on, booked_on, debit_account, credit_account,
    amount
  FROM run_transfers
  WHERE bank_id = :bank AND loan_id BETWEEN :first AND :last
    AND booked_on BETWEEN DATE :from_day AND DATE :to_day
) TO STDOUT (FORMAT binary);
