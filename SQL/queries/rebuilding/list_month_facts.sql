-- list_month_facts: the facts of a bank that tell of runs, of closed months and of reopened ones.
-- $1 bank_id bigint
-- locks nothing
SELECT fact_number, kind, effective_on, idempotency_key, request
FROM facts
WHERE bank_id = $1 AND kind IN ('accrued', 'month-closed', 'month-reopened')
ORDER BY fact_number;
