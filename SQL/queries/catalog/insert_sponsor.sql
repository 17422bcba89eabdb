-- insert_sponsor: a sponsor.
-- $1 sponsor_id bigint, $2 code text, $3 name_zh text, $4 name_en text, $5 source text
-- locks the new row
INSERT INTO sponsors (sponsor_id, code, name_zh, name_en, source)
VALUES ($1, $2, $3, $4, $5);
