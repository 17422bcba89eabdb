-- list_divisions: all division codes, current and retired.
-- locks nothing
SELECT code, name_zh, valid_from_year, valid_until_year, source
FROM divisions
ORDER BY code;
