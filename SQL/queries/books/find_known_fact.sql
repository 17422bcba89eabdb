-- find_known_fact: the last fact that a bank had recorded by a moment; no row before the first.
-- $1 bank_id bigint, $2 recorded_at timestamptz
-- locks nothing
SELECT fact_number
FROM facts
WHERE bank_id = $1 AND recorded_at <= $2
ORDER BY fact_number DESC
LIMIT 1;
