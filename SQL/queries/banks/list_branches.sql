-- list_branches: a bank's branches, by id.
-- $1 bank_id bigint
-- locks nothing
SELECT branch_id, code, name_zh, name_en, division_code
FROM branches
WHERE bank_id = $1
ORDER BY branch_id;
