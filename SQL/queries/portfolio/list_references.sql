-- list_references: the references of some borrowers.
-- $1 bank_id bigint, $2 borrower_ids bigint[]
-- locks nothing
SELECT borrower_id, reference
FROM borrowers
WHERE bank_id = $1 AND borrower_id = ANY ($2);
