-- find_span: the first and the last day on which a bank can have booked; null before the first fact.
-- $1 bank_id bigint
-- locks nothing
SELECT min(booked_on) AS first_day, max(booked_on) AS last_day
FROM (
  SELECT booked_on FROM facts WHERE bank_id = $1
  UNION ALL
  SELECT (month + interval '1 month' - interval '1 day')::date FROM accrual_runs WHERE bank_id = $1
) AS days;
