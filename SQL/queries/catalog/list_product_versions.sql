-- list_product_versions: the rules of all versions of all products, by line and version.
-- -> rules text: the JSON document that names its line
-- locks nothing
SELECT rules::text AS rules
FROM loan_products
ORDER BY line, version;
