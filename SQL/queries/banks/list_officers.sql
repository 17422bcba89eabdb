-- list_officers: a bank's officers, by id.
-- $1 bank_id bigint
-- locks nothing
SELECT officer_id, branch_id, code, name, login, roles
FROM officers
WHERE bank_id = $1
ORDER BY officer_id;
