-- list_open_proposals: what waits for a second officer, neither carried out nor turned down, in the
-- order it was proposed.
-- $1 bank_id bigint, $2 loan_id bigint (null: of all loans)
-- locks nothing
SELECT p.fact_number, l.loan_number, p.detail ->> 'kind' AS kind, p.effective_on, p.booked_on,
  p.amount, o.code AS officer, p.detail ->> 'text' AS reason
FROM facts p
JOIN loans l ON l.bank_id = p.bank_id AND l.loan_id = p.loan_id
JOIN officers o ON o.bank_id = p.bank_id AND o.officer_id = p.officer_id
WHERE p.bank_id = $1
  AND p.kind = 'proposed'
  AND ($2::bigint IS NULL OR p.loan_id = $2)
  AND NOT EXISTS (
    SELECT FROM facts d
    WHERE d.bank_id = p.bank_id AND d.loan_id = p.loan_id
      AND (d.detail ->> 'proposal')::bigint = p.fact_number)
ORDER BY p.fact_number;
