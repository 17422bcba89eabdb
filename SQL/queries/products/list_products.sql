-- list_products: all versions of all products.
-- locks nothing
SELECT line, version, valid_from, valid_until, name_zh, name_en, document, rules::text AS rules
FROM loan_products
ORDER BY line, version;
