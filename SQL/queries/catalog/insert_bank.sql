-- insert_bank: a bank.
-- $1 bank_id bigint, $2 code text, $3 number text, $4 name_zh text, $5 name_en text,
-- $6 division_code text, $7 currency text, $8 currency_decimals smallint, $9 sponsor_id bigint,
-- $10 area_prefixes text[], $11 source text, $12 remark text
-- locks the new row
INSERT INTO banks (bank_id, code, number, name_zh, name_en, division_code, currency,
  currency_decimals, sponsor_id, area_prefixes, source, remark)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
