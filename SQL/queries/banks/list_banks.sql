-- list_banks: all banks, by number.
-- locks nothing
SELECT bank_id, code, number, name_zh, name_en, division_code, currency, currency_decimals,
  sponsor_id, area_prefixes, source, remark
FROM banks
ORDER BY number;
