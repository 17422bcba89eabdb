-- insert_confirmation: a programme confirmed a claim.
-- $1 bank_id bigint, $2 claim_number integer, $3 fact_number bigint
-- locks the new row
INSERT INTO subsidy_confirmations (bank_id, claim_number, fact_number)
VALUES ($1, $2, $3);
