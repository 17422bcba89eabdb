-- copy_positions: a version of a bank's positions of a month, by loan.
-- :bank bigint, :month date, :version integer
-- locks nothing
COPY (
  SELECT loan_id, branch_id, borrower_id, principal, principal_due, interest_due,
    interest_running, penalty_due, greatest(principal_overdue_days, interest_overdue_days),
    is_restructured, risk_class, book_principal, general_provision, special_provision
  FROM positions
  WHERE bank_id = :bank AND month = DATE :month AND version = :version
  ORDER BY loan_id
) TO STDOUT (FORMAT binary);
