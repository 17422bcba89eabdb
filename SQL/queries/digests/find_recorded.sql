-- find_recorded: the first fact from a number on whose booked_on is the business date of its
-- recording; those of month ends may be booked on an earlier day. No row after the last.
-- $1 bank_id bigint, $2 fact_number bigint
-- locks nothing
SELECT fact_number, booked_on
FROM facts
WHERE bank_id = $1 AND fact_number >= $2
  AND kind NOT IN ('accrued', 'month-closed', 'month-reopened')
ORDER BY fact_number
LIMIT 1;
