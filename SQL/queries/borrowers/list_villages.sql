-- list_villages: the villages in which borrowers of a bank live, by name.
-- $1 bank_id bigint
-- locks nothing
SELECT DISTINCT village
FROM borrowers
WHERE bank_id = $1 AND village IS NOT NULL
ORDER BY village;
