-- list_reversals: every reversal of a bank, the latest first.
-- $1 bank_id bigint
-- locks nothing
SELECT fact_number, reverses
FROM facts
WHERE bank_id = $1 AND reverses IS NOT NULL
ORDER BY fact_number DESC;
