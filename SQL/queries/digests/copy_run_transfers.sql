-- copy_run_transfers: the transfers of one run, by loan (in the order in which the bank took its
-- loans in), kind and payer.
-- :bank bigint, :run integer, :booked_on date
-- locks nothing
COPY (
  SELECT l.loan_number, t.kind, t.payer, t.debit_account, t.credit_account, t.amount
  FROM run_transfers t
  JOIN loans l ON l.bank_id = t.bank_id AND l.loan_id = t.loan_id
  WHERE t.bank_id = :bank AND l.bank_id = :bank AND t.booked_on = DATE :booked_on
    AND t.run_number = :run
  ORDER BY t.loan_id, t.kind, t.payer
) TO STDOUT;
