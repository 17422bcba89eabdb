-- find_first_day: the earliest day on which facts from one number to before another are booked.
-- $1 bank_id bigint, $2 first fact_number bigint, $3 until fact_number bigint
-- locks nothing
SELECT min(booked_on) AS first_on
FROM facts
WHERE bank_id = $1 AND fact_number >= $2 AND fact_number < $3;
