-- release_lock: lets others migrate this database.
-- -> released boolean
-- locks nothing
SELECT pg_advisory_unlock(7318021146) AS released;
