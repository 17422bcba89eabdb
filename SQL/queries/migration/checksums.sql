-- checksums: the SHA-256 of each text, in their order.
-- $1 texts text[]
-- -> checksum text
-- locks nothing
SELECT encode(sha256(convert_to(script.text, 'UTF8')), 'hex') AS checksum
FROM unnest($1::text[]) WITH ORDINALITY AS script (text, position)
ORDER BY script.position;
