-- A village may be registered after its borrower: reports of months that were run before know none.
-- What is registered stays.

ALTER TABLE borrowers
  -- The bank's last fact when the village was registered; NULL: with the borrower.
  ADD COLUMN village_after bigint,
  ADD CONSTRAINT borrowers_village_after
    CHECK (village_after IS NULL OR village_after > 0 AND village IS NOT NULL);

GRANT UPDATE (village, village_after) ON borrowers TO shanhai_app;
