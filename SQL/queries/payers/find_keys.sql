-- find_keys: a fact whose key begins so, with its request; no row if there is none.
-- $1 bank_id bigint, $2 first key text, $3 key after the last text
-- locks nothing
SELECT fact_number, request
FROM facts
WHERE bank_id = $1 AND idempotency_key >= $2 AND idempotency_key < $3
ORDER BY idempotency_key
LIMIT 1;
