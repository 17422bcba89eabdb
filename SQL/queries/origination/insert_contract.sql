-- insert_contract: a contract's text as it was signed.
-- $1 bank_id bigint, $2 loan_id bigint, $3 fact_number bigint, $4 contract text, $5 sha256 text
-- locks the new row
INSERT INTO signed_contracts (bank_id, loan_id, fact_number, contract, sha256)
VALUES ($1, $2, $3, $4, $5);
