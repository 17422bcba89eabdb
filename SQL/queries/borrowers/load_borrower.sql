-- load_borrower: the borrower of a bank with this id.
-- $1 bank_id bigint, $2 borrower_id bigint
-- locks nothing
SELECT borrower_id, reference, kind, name, identity_scheme, identity_number, born_on, sex,
  division_code, village, household_reference, co_borrower_id, group_reference
FROM borrowers
WHERE bank_id = $1 AND borrower_id = $2;
