-- insert_settlement: which line of a claim a payment or refusal belongs to.
-- $1 bank_id bigint, $2 fact_number bigint, $3 claim_number integer, $4 loan_id bigint
-- locks the new row
INSERT INTO subsidy_settlements (bank_id, fact_number, claim_number, loan_id)
VALUES ($1, $2, $3, $4);
