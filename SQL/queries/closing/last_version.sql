-- last_version: the last version of a month's closing, taken back or not; 0 before the first.
-- $1 bank_id bigint, $2 month date
-- locks nothing
SELECT coalesce(max(version), 0) AS version
FROM month_closes
WHERE bank_id = $1 AND month = $2;
