-- list_banks: all banks, by number, with their sponsor and the day they work on.
-- locks nothing
SELECT b.bank_id, b.code, b.number, b.name_zh, b.name_en, b.division_code, b.currency,
  b.currency_decimals, s.code AS sponsor, b.area_prefixes, b.source, b.remark, h.business_date
FROM banks b
LEFT JOIN sponsors s ON s.sponsor_id = b.sponsor_id
LEFT JOIN bank_heads h ON h.bank_id = b.bank_id
ORDER BY b.number;
