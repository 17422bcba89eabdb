-- list_closes: all closes of a bank's months, taken back or not, in the order they were made.
-- $1 bank_id bigint
-- locks nothing
SELECT month, version, fact_number, position_version, previous_digest, digest
FROM month_closes
WHERE bank_id = $1
ORDER BY fact_number;
