-- find_contract: a contract's text as it was signed; no row before the signature.
-- $1 bank_id bigint, $2 loan_id bigint
-- locks nothing
SELECT fact_number, contract, sha256
FROM signed_contracts
WHERE bank_id = $1 AND loan_id = $2;
