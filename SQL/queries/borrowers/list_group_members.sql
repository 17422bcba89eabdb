-- list_group_members: the borrowers of a bank that belong to one of these groups.
-- $1 bank_id bigint, $2 group_references text[]
-- locks nothing
SELECT borrower_id, reference, kind, name, identity_scheme, identity_number, born_on, sex,
  division_code, village, household_reference, co_borrower_id, group_reference
FROM borrowers
WHERE bank_id = $1 AND group_reference = ANY ($2);
