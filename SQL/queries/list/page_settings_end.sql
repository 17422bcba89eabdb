-- page_settings_end: what page_settings had set until the transaction ends is as it was.
-- locks nothing
SET LOCAL plan_cache_mode TO DEFAULT;
SET LOCAL enable_sort TO DEFAULT;
SET LOCAL enable_incremental_sort TO DEFAULT;
SET LOCAL enable_seqscan TO DEFAULT;
SET LOCAL enable_bitmapscan TO DEFAULT;
SET LOCAL max_parallel_workers_per_gather TO DEFAULT;
SET LOCAL jit TO DEFAULT;
