-- list_positions: one version of a bank's positions of a month, by loan.
-- $1 bank_id bigint, $2 month date, $3 version integer
-- locks nothing
SELECT bank_id, branch_id, line, loan_id, borrower_id, principal, principal_due, interest_due,
  interest_running, penalty_due, credit, principal_overdue_days, interest_overdue_days,
  is_restructured, risk_class, general_provision, special_provision, book_principal, is_non_accrual
FROM positions
WHERE bank_id = $1 AND month = $2 AND version = $3
ORDER BY loan_id;
