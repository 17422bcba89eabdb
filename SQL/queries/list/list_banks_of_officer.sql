-- list_banks_of_officer: the codes of the banks where someone works, by code or else by login.
-- $1 officer's code text (null: not asked), $2 login text (null: not asked)
-- locks nothing
SELECT banks.code
FROM officers
JOIN banks ON banks.bank_id = officers.bank_id
WHERE officers.code = $1 OR officers.login = $2
ORDER BY banks.code;
