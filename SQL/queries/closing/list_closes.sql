-- list_closes: the closings of a bank's months, those taken back among them, by month and version.
-- $1 bank_id bigint
-- locks nothing
SELECT c.month, c.version, c.fact_number, c.position_version, c.previous_digest, c.digest
FROM month_closes c
WHERE c.bank_id = $1
ORDER BY c.month, c.version;
