-- insert_settlement: which line of a claim a payment or refusal belongs to, for ever.
-- $1 bank_id bigint, $2 fact_number bigint, $3 claim_number integer, $4 loan_id bigint,
-- $5 request_key text, $6 request text
-- locks the new row
INSERT INTO subsidy_settlements (bank_id, fact_number, claim_number, loan_id, request_key, request)
VALUES ($1, $2, $3, $4, $5, $6);
