-- copy_positions: takes in positions of months' ends.
-- locks the new rows
COPY positions (bank_id, month, version, loan_id, branch_id, borrower_id, line, principal,
  principal_due, interest_due, interest_running, penalty_due, credit, principal_overdue_days,
  interest_overdue_days, is_restructured, risk_class, general_provision, special_provision,
  posted_borrower, posted_finance, posted_programme, posted_penalty,
  posted_compound, posted_suspended, book_principal, is_non_accrual) FROM STDIN (FORMAT binary);
