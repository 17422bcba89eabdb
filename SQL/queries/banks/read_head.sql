-- read_head: the bank's head as last committed.
-- $1 bank_id bigint
-- locks nothing
SELECT business_date, last_fact_number, last_loan_id, last_party_id, last_run_number,
  greatest(last_recorded_at, clock_timestamp()) AS recorded_at
FROM bank_heads
WHERE bank_id = $1;
