-- fill_villages: registers the villages of borrowers who have none.
-- $1 bank_id bigint, $2 borrower_ids bigint[], $3 villages text[], $4 the bank's last fact_number
-- bigint
-- locks the rows
UPDATE borrowers b
SET village = v.village, village_after = nullif($4::bigint, 0)
FROM unnest($2::bigint[], $3::text[]) AS v (borrower_id, village)
WHERE b.bank_id = $1 AND b.borrower_id = v.borrower_id AND b.village IS NULL;
