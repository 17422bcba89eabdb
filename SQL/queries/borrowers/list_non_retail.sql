-- list_non_retail: the borrowers of a bank that are no retail customers.
-- $1 bank_id bigint, $2 the kinds that are none text[]
-- locks nothing
SELECT borrower_id
FROM borrowers
WHERE bank_id = $1 AND kind = ANY ($2);
