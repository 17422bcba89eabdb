-- list_facts_of_key: the facts whose idempotency key is the given one, a slash and more: the parts
-- of one request that was recorded as several facts, in the order of their numbers. In the order of
-- bytes '0' follows '/'.
-- $1 bank_id bigint, $2 key text
-- locks nothing
SELECT fact_number, loan_id, kind, effective_on, booked_on, recorded_at, officer_id, login,
  idempotency_key, request, amount, paid_to_on, detail::text AS detail, reverses
FROM facts
WHERE bank_id = $1 AND idempotency_key >= $2::text || '/' AND idempotency_key < $2::text || '0'
ORDER BY fact_number;
