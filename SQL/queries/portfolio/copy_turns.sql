-- copy_turns: the facts that a bank's loans were paid out, taken over and written off by, by loan,
-- with the fact that reversed each and the one that brought it back.
-- :bank bigint
-- locks nothing
COPY (
  SELECT f.loan_id, f.kind = 'written-off', f.fact_number, r.fact_number, b.fact_number,
    CASE f.kind WHEN 'imported' THEN NULL ELSE f.effective_on END
  FROM facts f
  LEFT JOIN facts r ON r.bank_id = f.bank_id AND r.reverses = f.fact_number
  LEFT JOIN facts b ON b.bank_id = r.bank_id AND b.reverses = r.fact_number
  WHERE f.bank_id = :bank AND f.kind IN ('disbursed', 'imported', 'written-off')
  ORDER BY f.loan_id, f.fact_number
) TO STDOUT (FORMAT binary);
