-- insert_borrower: a borrower of a bank.
-- $1 bank_id bigint, $2 borrower_id bigint, $3 reference text, $4 kind text, $5 name text,
-- $6 identity_scheme text, $7 identity_number text, $8 born_on date, $9 sex text,
-- $10 division_code text, $11 household_reference text, $12 co_borrower_id bigint,
-- $13 group_reference text, $14 village text
-- locks the new row
INSERT INTO borrowers (bank_id, borrower_id, reference, kind, name, identity_scheme,
  identity_number, born_on, sex, division_code, household_reference, co_borrower_id,
  group_reference, village)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);
