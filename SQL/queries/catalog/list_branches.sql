-- list_branches: the branches of these banks, by bank and id.
-- $1 bank_ids bigint[]
-- locks nothing
SELECT bank_id, branch_id, code, name_zh, name_en, division_code, source
FROM branches
WHERE bank_id = ANY ($1)
ORDER BY bank_id, branch_id;
