-- positions_differ: whether two versions of a month's positions of a bank differ in any row.
-- $1 bank_id bigint, $2 month date, $3 version integer, $4 other version integer
-- locks nothing
WITH one AS (
  SELECT loan_id, branch_id, borrower_id, line, principal, principal_due, interest_due, interest_running,
    penalty_due, credit, principal_overdue_days, interest_overdue_days, is_restructured, risk_class,
    general_provision, special_provision, posted_borrower, posted_finance, posted_programme,
    posted_penalty, posted_compound, posted_suspended, book_principal, is_non_accrual
  FROM positions WHERE bank_id = $1 AND month = $2 AND version = $3
), other AS (
  SELECT loan_id, branch_id, borrower_id, line, principal, principal_due, interest_due, interest_running,
    penalty_due, credit, principal_overdue_days, interest_overdue_days, is_restructured, risk_class,
    general_provision, special_provision, posted_borrower, posted_finance, posted_programme,
    posted_penalty, posted_compound, posted_suspended, book_principal, is_non_accrual
  FROM positions WHERE bank_id = $1 AND month = $2 AND version = $4
)
SELECT EXISTS ((TABLE one EXCEPT TABLE other) UNION ALL (TABLE other EXCEPT TABLE one)) AS differ;
