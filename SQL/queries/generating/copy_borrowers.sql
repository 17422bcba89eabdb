-- copy_borrowers: takes in borrowers of one bank.
-- locks the new rows
COPY borrowers (bank_id, borrower_id, reference, kind, name, identity_scheme, identity_number,
  born_on, sex, division_code, household_reference, co_borrower_id, group_reference, village)
FROM STDIN (FORMAT binary);
