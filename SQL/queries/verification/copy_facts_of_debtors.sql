-- copy_facts_of_debtors: the facts that were booked of the loans of list_loans_of_debtors, by loan and
-- number.
-- :bank bigint
-- locks nothing
COPY (
  SELECT loan_id, fact_number, kind, effective_on, booked_on, amount, paid_to_on,
    detail::text AS detail, reverses
  FROM facts
  WHERE bank_id = :bank AND loan_id IN (SELECT loan_id FROM debtor_loans WHERE bank_id = :bank)
    AND kind NOT IN ('applied', 'document-received', 'surveyed', 'scored', 'voted', 'approved',
      'refused', 'withdrawn', 'signed', 'expired', 'condition-added', 'condition-met', 'reminded',
      'promised', 'noted', 'proposed', 'declined')
  ORDER BY loan_id, fact_number
) TO STDOUT (FORMAT binary);
