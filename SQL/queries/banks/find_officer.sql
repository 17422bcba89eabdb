-- find_officer: the officer of a bank with this code, or with this login; no row if there is none.
-- $1 bank_id bigint, $2 code text (null: not asked), $3 login text (null: not asked)
-- locks nothing
SELECT officer_id, branch_id, code, name, login, roles
FROM officers
WHERE bank_id = $1 AND (code = $2 OR login = $3);
