-- insert_product_version: a version of a product.
-- $1 line text, $2 version integer, $3 valid_from date, $4 valid_until date, $5 name_zh text,
-- $6 name_en text, $7 document text, $8 rules jsonb
-- locks the new row
INSERT INTO loan_products (line, version, valid_from, valid_until, name_zh, name_en, document,
  rules)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
