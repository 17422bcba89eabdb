-- last_closed: the last month of a bank that is closed; no row before the first.
-- $1 bank_id bigint
-- locks nothing
SELECT c.month, c.version, c.fact_number, c.position_version, c.previous_digest, c.digest
FROM month_closes c
WHERE c.bank_id = $1
  AND NOT EXISTS (
    SELECT FROM month_reopenings r
    WHERE r.bank_id = c.bank_id AND r.month = c.month AND r.version = c.version)
ORDER BY c.month DESC, c.version DESC
LIMIT 1;
