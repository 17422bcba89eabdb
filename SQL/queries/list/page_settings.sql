-- page_settings: until the transaction ends, plans are made for the parameters at hand, so that those
-- that are null vanish from the conditions, and rows come from an index in their order.
-- locks nothing
SET LOCAL plan_cache_mode = force_custom_plan;
SET LOCAL enable_sort = off;
SET LOCAL enable_incremental_sort = off;
SET LOCAL enable_seqscan = off;
SET LOCAL enable_bitmapscan = off;
SET LOCAL max_parallel_workers_per_gather = 0;
SET LOCAL jit = off;
