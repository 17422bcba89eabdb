-- lock_heads: waits for what is being recorded in any bank, and keeps more from it.
-- locks the heads of all banks, by id; a run may hold one for long: then the load is tried again
SET LOCAL lock_timeout = '5s';
SELECT bank_id
FROM bank_heads
ORDER BY bank_id
FOR UPDATE;
SET LOCAL lock_timeout = DEFAULT;
