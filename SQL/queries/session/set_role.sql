-- set_role: from now on the connection may read all, add facts and transfers, and not change them.
-- Banks and ranges of loans are worked on side by side, on connections of their own: plans with
-- workers, or compiled ones, would take from each other.
-- locks nothing
SET ROLE shanhai_app;
SET max_parallel_workers_per_gather = 0;
SET jit = off;
