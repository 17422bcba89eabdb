-- list_division_names: the names of divisions.
-- $1 codes text[]
-- locks nothing
SELECT code, name_zh
FROM divisions
WHERE code = ANY ($1);
