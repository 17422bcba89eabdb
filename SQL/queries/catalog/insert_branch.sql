-- insert_branch: a branch of a bank.
-- $1 bank_id bigint, $2 branch_id bigint, $3 code text, $4 name_zh text, $5 name_en text,
-- $6 division_code text, $7 source text
-- locks the new row
INSERT INTO branches (bank_id, branch_id, code, name_zh, name_en, division_code, source)
VALUES ($1, $2, $3, $4, $5, $6, $7);
