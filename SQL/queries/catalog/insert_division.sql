-- insert_division: a division code.
-- $1 code text, $2 name_zh text, $3 valid_from_year integer, $4 valid_until_year integer,
-- $5 source text
-- locks the new row
INSERT INTO divisions (code, name_zh, valid_from_year, valid_until_year, source)
VALUES ($1, $2, $3, $4, $5);
