-- lock_catalog: waits until no other transaction loads a catalog, and keeps others from it.
-- -> (nothing)
-- locks the advisory lock 7318021147 of this database until the transaction ends
SELECT pg_advisory_xact_lock(7318021147);
