-- list_borrowers: a page of a bank's borrowers, by reference.
-- $1 bank_id bigint, $2 after reference text, $3 rows bigint
-- locks nothing
SELECT borrower_id, reference, kind, name, identity_scheme, identity_number, born_on, sex,
  division_code, village, household_reference, co_borrower_id, group_reference
FROM borrowers
WHERE bank_id = $1 AND reference > $2
ORDER BY reference
LIMIT $3;
