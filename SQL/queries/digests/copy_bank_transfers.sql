-- copy_bank_transfers: what the runs of a month's digest booked for the bank as a whole, by run and
-- kind.
-- :bank bigint, :previous fact_number of the close before bigint (0: none), :close fact_number of
-- the close bigint, :month date
-- locks nothing
COPY (
  SELECT t.run_number, t.booked_on, t.kind, t.debit_account, t.credit_account, t.amount
  FROM bank_transfers t
  JOIN accrual_runs r ON r.bank_id = t.bank_id AND r.run_number = t.run_number
  WHERE t.bank_id = :bank AND r.bank_id = :bank AND r.month <= DATE :month
    AND r.fact_number < :close AND (r.month = DATE :month OR r.fact_number >= :previous)
  ORDER BY t.run_number, t.kind
) TO STDOUT;
