-- load_schedule: the schedule of a loan as signed.
-- $1 bank_id bigint, $2 loan_id bigint
-- locks nothing
SELECT due_on, principal, interest, subsidised
FROM signed_schedules
WHERE bank_id = $1 AND loan_id = $2;
