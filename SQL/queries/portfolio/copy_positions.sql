-- copy_positions: a version of a bank's positions of a month, by loan. What a loan that is not late
-- has is NULL, which costs half as much to send: zero, false, normal, a book principal that is the
-- principal.
-- :bank bigint, :month date, :version integer
-- locks nothing
COPY (
  SELECT loan_id, branch_id, borrower_id, principal, nullif(principal_due, 0),
    nullif(interest_due, 0), interest_running, nullif(penalty_due, 0),
    nullif(greatest(principal_overdue_days, interest_overdue_days), 0),
    nullif(is_restructured, false), nullif(risk_class, 'normal'),
    nullif(book_principal, principal), general_provision, nullif(special_provision, 0)
  FROM positions
  WHERE bank_id = :bank AND month = DATE :month AND version = :version
  ORDER BY loan_id
) TO STDOUT (FORMAT binary);
