-- list_borrower_ids: those of a batch of references that the bank's borrowers bear.
-- $1 bank_id bigint, $2 references text[]
-- locks nothing
SELECT reference, borrower_id
FROM borrowers
WHERE bank_id = $1 AND reference = ANY ($2);
