-- find_bank: the bank with this code; no row if there is none.
-- $1 code text
-- locks nothing
SELECT bank_id, code, number, name_zh, name_en, division_code, currency, currency_decimals,
  sponsor_id, area_prefixes, source, remark
FROM banks
WHERE code = $1;
