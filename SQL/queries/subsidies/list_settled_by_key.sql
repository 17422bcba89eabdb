-- list_settled_by_key: the payments or refusals of a claim recorded under keys that begin so.
-- $1 bank_id bigint, $2 claim_number integer, $3 first key text, $4 key after the last text
-- locks nothing
SELECT t.loan_id, f.amount
FROM subsidy_settlements t
JOIN facts f ON f.bank_id = t.bank_id AND f.fact_number = t.fact_number
WHERE t.bank_id = $1 AND t.claim_number = $2 AND f.idempotency_key >= $3
  AND f.idempotency_key < $4
ORDER BY t.loan_id;
