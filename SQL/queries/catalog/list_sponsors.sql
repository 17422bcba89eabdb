-- list_sponsors: all sponsors, by id.
-- locks nothing
SELECT sponsor_id, code, name_zh, name_en, source
FROM sponsors
ORDER BY sponsor_id;
