-- take_lock: waits until no other session migrates this database, and keeps others from it.
-- -> (nothing)
-- locks the session-level advisory lock 7318021146 of this database, until release_lock or the
--   end of the session
SELECT pg_advisory_lock(7318021146);
