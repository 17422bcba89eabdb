-- copy_loans: a bank's loans with what portfolios are cut by, by loan.
-- :bank bigint
-- locks nothing
COPY (
  SELECT l.loan_id, l.borrower_id, l.line, l.product_version, o.code, l.purpose, l.category,
    l.principal, l.starts_on, l.matures_on
  FROM loans l
  JOIN officers o ON o.bank_id = l.bank_id AND o.officer_id = l.officer_id
  WHERE l.bank_id = :bank AND o.bank_id = :bank
  ORDER BY l.loan_id
) TO STDOUT (FORMAT binary);
