-- copy_facts: the facts of a month's digest, by number: booked in the month, or before it and
-- recorded since the close before.
-- :bank bigint, :first fact_number bigint (any that none of them is below), :previous fact_number of
-- the close before bigint (0: none), :close fact_number of the close bigint, :from_day date, :to_day
-- date
-- locks nothing
COPY (
  SELECT f.fact_number, l.loan_number, f.kind, f.effective_on, f.booked_on, o.code, f.login,
    f.idempotency_key, f.request, f.amount, f.paid_to_on,
    f.detail - ARRAY['partyID', 'branchID'], f.reverses
  FROM facts f
  JOIN officers o ON o.bank_id = f.bank_id AND o.officer_id = f.officer_id
  LEFT JOIN loans l ON l.bank_id = f.bank_id AND l.loan_id = f.loan_id
  WHERE f.bank_id = :bank AND f.fact_number >= :first AND f.fact_number < :close
    AND f.booked_on <= DATE :to_day
    AND (f.booked_on >= DATE :from_day OR f.fact_number >= :previous)
  ORDER BY f.fact_number
) TO STDOUT;
