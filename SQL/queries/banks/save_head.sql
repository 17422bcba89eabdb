-- save_head: the bank's head after a unit of work.
-- $1 bank_id bigint, $2 business_date date, $3 last_fact_number bigint, $4 last_recorded_at
-- timestamptz, $5 last_loan_id bigint, $6 last_party_id bigint, $7 last_run_number integer
-- locks the head, which the caller has locked before
UPDATE bank_heads
SET business_date = $2, last_fact_number = $3, last_recorded_at = $4, last_loan_id = $5,
  last_party_id = $6, last_run_number = $7
WHERE bank_id = $1;
