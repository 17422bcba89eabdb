-- list_schedule_versions: the schedules of a loan that facts changed, in the order of the facts.
-- $1 bank_id bigint, $2 loan_id bigint
-- locks nothing
SELECT fact_number, due_on, principal, interest, subsidised
FROM schedule_versions
WHERE bank_id = $1 AND loan_id = $2
ORDER BY fact_number;
