-- lock_heads: waits for what is being recorded in any bank, and keeps more from it.
-- locks the heads of all banks, by id
SELECT bank_id
FROM bank_heads
ORDER BY bank_id
FOR UPDATE;
