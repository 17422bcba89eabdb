-- copy_positions: a version of a month's positions, by loan (in the order in which the bank took its
-- loans in).
-- :bank bigint, :month date, :version integer
-- locks nothing
COPY (
  SELECT l.loan_number, b.code, w.reference, p.line, p.principal, p.principal_due, p.interest_due,
    p.interest_running, p.penalty_due, p.credit, p.principal_overdue_days, p.interest_overdue_days,
    p.is_restructured, p.book_principal, p.is_non_accrual, p.risk_class, p.general_provision,
    p.special_provision, p.posted_borrower, p.posted_finance, p.posted_programme, p.posted_penalty,
    p.posted_compound, p.posted_suspended
  FROM positions p
  JOIN loans l ON l.bank_id = p.bank_id AND l.loan_id = p.loan_id
  JOIN branches b ON b.bank_id = p.bank_id AND b.branch_id = p.branch_id
  JOIN borrowers w ON w.bank_id = p.bank_id AND w.borrower_id = p.borrower_id
  WHERE p.bank_id = :bank AND l.bank_id = :bank AND p.month = DATE :month AND p.version = :version
  ORDER BY p.loan_id
) TO STDOUT;
