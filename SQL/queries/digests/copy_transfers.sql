-- copy_transfers: the transfers of the facts of a month's digest, by day, fact, kind and payer.
-- :bank bigint, :previous fact_number of the close before bigint (0: none), :close fact_number of
-- the close bigint, :earliest date (any that none of them is before), :from_day date, :to_day date
-- locks nothing
COPY (
  SELECT t.fact_number, l.loan_number, t.kind, t.payer, t.booked_on, t.value_on, t.debit_account,
    t.credit_account, t.amount
  FROM transfers t
  JOIN loans l ON l.bank_id = t.bank_id AND l.loan_id = t.loan_id
  WHERE t.bank_id = :bank AND t.fact_number < :close
    AND t.booked_on BETWEEN DATE :earliest AND DATE :to_day
    AND (t.booked_on >= DATE :from_day OR t.fact_number >= :previous)
  ORDER BY t.booked_on, t.fact_number, t.loan_id, t.kind COLLATE "C", t.payer COLLATE "C"
) TO STDOUT;
