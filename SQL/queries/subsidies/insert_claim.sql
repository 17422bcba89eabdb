-- insert_claim: a claim on a programme, for ever.
-- $1 bank_id bigint, $2 claim_number integer, $3 programme text, $4 month date, $5 batch integer,
-- $6 fact_number bigint, $7 loan_count integer, $8 amount bigint
-- locks the new row
INSERT INTO subsidy_claims (bank_id, claim_number, programme, month, batch, fact_number,
  loan_count, amount)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
