-- list_facts_of_loans: all facts of a batch of loans, by loan, in the order they became known.
-- $1 bank_id bigint, $2 loan_ids bigint[]
-- locks nothing
SELECT fact_number, loan_id, kind, effective_on, booked_on, recorded_at, officer_id, login,
  idempotency_key, request, amount, paid_to_on, detail::text AS detail, reverses
FROM facts
WHERE bank_id = $1 AND loan_id = ANY ($2)
ORDER BY loan_id, fact_number;
