-- insert_programme: a programme that subsidises interest.
-- $1 code text, $2 payer text, $3 name_zh text, $4 name_en text, $5 division_prefix text,
-- $6 line text, $7 valid_from date, $8 share_note text, $9 refused_owed_by text, $10 source text,
-- $11 marks text
-- locks the new row
INSERT INTO programmes (code, payer, name_zh, name_en, division_prefix, line, valid_from,
  share_note, refused_owed_by, source, marks)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
