-- copy_positions: the positions of a range of a bank's loans in some months, of all versions.
-- :bank bigint, :first loan_id bigint, :last loan_id bigint, :from_month date, :to_month date
-- locks nothing
COPY (
  SELECT loan_id, month, version, branch_id, borrower_id, line, principal, principal_due, interest_due,
    interest_running, penalty_due, credit, principal_overdue_days, interest_overdue_days,
    is_restructured, book_principal, is_non_accrual, risk_class, general_provision,
    special_provision, posted_borrower, posted_finance, posted_programme, posted_penalty,
    posted_compound, posted_suspended
  FROM positions
  WHERE bank_id = :bank AND loan_id BETWEEN :first AND :last
    AND month BETWEEN DATE :from_month AND DATE :to_month
) TO STDOUT (FORMAT binary);
