-- copy_facts: the facts of a range of a bank's loans that were booked, by loan and number.
-- :bank bigint, :first loan_id bigint, :last loan_id bigint
-- locks nothing
COPY (
  SELECT loan_id, fact_number, kind, effective_on, booked_on, amount, paid_to_on,
    detail::text AS detail, reverses
  FROM facts
  WHERE bank_id = :bank AND loan_id BETWEEN :first AND :last
    AND kind NOT IN ('applied', 'document-received', 'surveyed', 'scored', 'voted', 'approved',
      'refused', 'withdrawn', 'signed', 'expired', 'condition-added', 'condition-met', 'reminded',
      'promised', 'noted', 'proposed', 'declined')
  ORDER BY loan_id, fact_number
) TO STDOUT (FORMAT binary);
