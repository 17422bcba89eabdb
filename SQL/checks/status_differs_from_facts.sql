-- status_differs_from_facts: a loan that was never paid out stands where its last step left it.
-- Must return no row.
WITH steps AS (
  SELECT DISTINCT ON (f.bank_id, f.loan_id) f.bank_id, f.loan_id,
    f.kind
  FROM loan_states s
  JOIN facts f ON f.bank_id = s.bank_id AND f.loan_id = s.loan_id
  WHERE s.status IN ('applied', 'approved', 'signed', 'refused', 'withdrawn', 'expired')
    AND f.kind IN ('applied', 'approved', 'signed', 'refused', 'withdrawn', 'expired')
  ORDER BY f.bank_id, f.loan_id, f.fact_number DESC
)
SELECT s.bank_id, s.loan_id, s.status, t.kind AS last_step
FROM loan_states s
LEFT JOIN steps t ON t.bank_id = s.bank_id AND t.loan_id = s.loan_id
WHERE s.status IN ('applied', 'approved', 'signed', 'refused', 'withdrawn', 'expired')
  AND t.kind IS DISTINCT FROM s.status;
