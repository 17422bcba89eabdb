-- list_imported: those of a batch of idempotency keys that are in use, with the loan they stand for.
-- $1 bank_id bigint, $2 idempotency_keys text[]
-- locks nothing
SELECT f.idempotency_key, f.request, l.loan_number
FROM facts f
LEFT JOIN loans l ON l.bank_id = f.bank_id AND l.loan_id = f.loan_id
WHERE f.bank_id = $1 AND f.idempotency_key = ANY ($2);
