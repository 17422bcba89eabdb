-- find_borrower: the borrower of a bank with this reference; no row if there is none.
-- $1 bank_id bigint, $2 reference text
-- locks nothing
SELECT borrower_id, reference, kind, name, identity_scheme, identity_number, born_on, sex,
  division_code, village, household_reference, co_borrower_id, group_reference
FROM borrowers
WHERE bank_id = $1 AND reference = $2;
