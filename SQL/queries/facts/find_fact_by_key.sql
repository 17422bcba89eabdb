-- find_fact_by_key: the fact recorded under an idempotency key; no row if there is none.
-- $1 bank_id bigint, $2 idempotency_key text
-- locks nothing
SELECT fact_number, loan_id, kind, effective_on, booked_on, recorded_at, officer_id, login,
  idempotency_key, request, amount, paid_to_on, detail::text AS detail, reverses
FROM facts
WHERE bank_id = $1 AND idempotency_key = $2;
