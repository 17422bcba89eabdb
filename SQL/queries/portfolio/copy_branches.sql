-- copy_branches: the branches that a bank's loans were with, by loan, each from a fact on: from 0 the
-- one they were signed at.
-- :bank bigint
-- locks nothing
COPY (
  SELECT l.loan_id, b.code, 0::bigint AS fact_number
  FROM loans l
  JOIN branches b ON b.bank_id = l.bank_id AND b.branch_id = l.branch_id
  WHERE l.bank_id = :bank
  UNION ALL
  SELECT f.loan_id, b.code, f.fact_number
  FROM facts f
  JOIN branches b ON b.bank_id = f.bank_id AND b.branch_id = (f.detail ->> 'branchID')::bigint
  WHERE f.bank_id = :bank AND f.kind = 'transferred'
  ORDER BY loan_id, fact_number
) TO STDOUT (FORMAT binary);
