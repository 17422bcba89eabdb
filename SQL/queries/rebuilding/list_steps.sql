-- list_steps: the facts of a range of a bank's loans before they are paid out, by loan and number.
-- $1 bank_id bigint, $2 first loan_id bigint, $3 last loan_id bigint
-- locks nothing
SELECT loan_id, fact_number, kind
FROM facts
WHERE bank_id = $1 AND loan_id BETWEEN $2 AND $3
  AND kind IN ('applied', 'document-received', 'surveyed', 'scored', 'voted', 'approved',
    'refused', 'withdrawn', 'signed', 'expired', 'condition-added', 'condition-met')
ORDER BY loan_id, fact_number;
