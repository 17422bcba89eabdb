-- lock_head: the bank's head, locked until the transaction ends; the instant its next fact bears.
-- $1 bank_id bigint
-- locks the head of the bank: one writer at a time in a bank
SELECT business_date, last_fact_number, last_loan_id, last_party_id, last_run_number,
  greatest(last_recorded_at, clock_timestamp()) AS recorded_at
FROM bank_heads
WHERE bank_id = $1
FOR UPDATE;
