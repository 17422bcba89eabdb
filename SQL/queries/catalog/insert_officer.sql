-- insert_officer: an officer of a bank.
-- $1 bank_id bigint, $2 officer_id bigint, $3 branch_id bigint, $4 code text, $5 name text,
-- $6 login text, $7 roles text[], $8 source text
-- locks the new row
INSERT INTO officers (bank_id, officer_id, branch_id, code, name, login, roles, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
