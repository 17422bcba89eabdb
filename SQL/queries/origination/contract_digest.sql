-- contract_digest: the SHA-256 of a contract's text in UTF-8.
-- $1 contract text
-- -> sha256 text: 64 digits
-- locks nothing
SELECT encode(sha256(convert_to($1, 'UTF8')), 'hex') AS sha256;
