-- list_schedules: the schedules of a range of a bank's loans, as signed and as facts have changed
-- them.
-- $1 bank_id bigint, $2 first loan_id bigint, $3 last loan_id bigint
-- locks nothing
SELECT loan_id, NULL::bigint AS fact_number, due_on, principal, interest, subsidised
FROM signed_schedules
WHERE bank_id = $1 AND loan_id BETWEEN $2 AND $3
UNION ALL
SELECT loan_id, fact_number, due_on, principal, interest, subsidised
FROM schedule_versions
WHERE bank_id = $1 AND loan_id BETWEEN $2 AND $3;
