-- insert_document_requirement: a paper that applications of a line need.
-- $1 line text, $2 code text, $3 valid_from date, $4 valid_until date, $5 name_zh text,
-- $6 name_en text, $7 source text
-- locks the new row
INSERT INTO document_requirements (line, code, valid_from, valid_until, name_zh, name_en, source)
VALUES ($1, $2, $3, $4, $5, $6, $7);
