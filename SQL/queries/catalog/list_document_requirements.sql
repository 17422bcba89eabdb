-- list_document_requirements: the papers that applications need, all rows.
-- locks nothing
SELECT line, code, valid_from, valid_until, name_zh, name_en, source
FROM document_requirements
ORDER BY line, code, valid_from;
