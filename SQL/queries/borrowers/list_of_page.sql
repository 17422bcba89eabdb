-- list_of_page: the borrowers with these ids.
-- $1 bank_id bigint, $2 borrower_ids bigint[]
-- locks nothing
SELECT borrower_id, reference, kind, name, identity_scheme, identity_number, born_on, sex,
  division_code, village, household_reference, co_borrower_id, group_reference
FROM borrowers
WHERE bank_id = $1 AND borrower_id = ANY ($2);
