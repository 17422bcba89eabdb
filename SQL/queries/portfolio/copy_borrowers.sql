-- copy_borrowers: what portfolios are cut by of a bank's borrowers.
-- :bank bigint
-- locks nothing
COPY (
  SELECT borrower_id, kind, sex, division_code, group_reference, village, village_after
  FROM borrowers
  WHERE bank_id = :bank
) TO STDOUT (FORMAT binary);
