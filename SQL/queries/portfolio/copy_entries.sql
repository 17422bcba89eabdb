-- copy_entries: a version of a bank's positions of a month with what belongs to each loan, by loan.
-- :bank bigint, :month date, :version integer
-- locks nothing
COPY (
  SELECT p.loan_id, l.loan_number, b.code, w.borrower_id, w.reference, w.group_reference,
    l.principal, s.starts_on, l.matures_on, p.principal, p.principal_due, p.interest_due,
    p.interest_running, p.penalty_due, p.credit, p.principal_overdue_days,
    p.interest_overdue_days, p.is_restructured, p.book_principal, p.is_non_accrual, p.risk_class,
    p.general_provision, p.special_provision, p.branch_id, p.line
  FROM positions p
  JOIN loans l ON l.bank_id = p.bank_id AND l.loan_id = p.loan_id
  JOIN loan_states s ON s.bank_id = p.bank_id AND s.loan_id = p.loan_id
  JOIN branches b ON b.bank_id = p.bank_id AND b.branch_id = p.branch_id
  JOIN borrowers w ON w.bank_id = p.bank_id AND w.borrower_id = p.borrower_id
  WHERE p.bank_id = :bank AND l.bank_id = :bank AND s.bank_id = :bank AND p.month = DATE :month
    AND p.version = :version
  ORDER BY p.loan_id
) TO STDOUT (FORMAT binary);
