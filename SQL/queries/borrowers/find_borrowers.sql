-- find_borrowers: the borrowers of a bank with one of these references or identity numbers.
-- $1 bank_id bigint, $2 references text[], $3 identity_numbers text[]
-- locks nothing
SELECT borrower_id, reference, kind, name, identity_scheme, identity_number, born_on, sex,
  division_code, village, household_reference, co_borrower_id, group_reference
FROM borrowers
WHERE bank_id = $1 AND (reference = ANY ($2) OR identity_number = ANY ($3));
