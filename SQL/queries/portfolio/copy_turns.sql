-- copy_turns: the facts that a bank's loans were paid out, taken over and written off by, by loan.
-- :bank bigint
-- locks nothing
COPY (
  SELECT f.loan_id, f.kind = 'written-off', f.fact_number,
    CASE f.kind WHEN 'imported' THEN NULL ELSE f.effective_on END
  FROM facts f
  WHERE f.bank_id = :bank AND f.kind IN ('disbursed', 'imported', 'written-off')
  ORDER BY f.loan_id, f.fact_number
) TO STDOUT (FORMAT binary);
