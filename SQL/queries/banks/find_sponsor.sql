-- find_sponsor: the sponsor with this code, or the only one when the code is empty.
-- $1 code text
-- locks nothing
SELECT sponsor_id, code, name_zh, name_en
FROM sponsors
WHERE code = $1 OR ($1 = '' AND (SELECT count(*) FROM sponsors) = 1);
