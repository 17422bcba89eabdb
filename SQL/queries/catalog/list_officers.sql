-- list_officers: the officers of these banks, by bank and id, with the code of their branch.
-- $1 bank_ids bigint[]
-- locks nothing
SELECT o.bank_id, o.officer_id, o.code, o.name, o.login, o.roles, o.source, b.code AS branch
FROM officers o
LEFT JOIN branches b ON b.bank_id = o.bank_id AND b.branch_id = o.branch_id
WHERE o.bank_id = ANY ($1)
ORDER BY o.bank_id, o.officer_id;
