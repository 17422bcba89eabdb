-- insert_line: what a claim asks for one loan, for ever.
-- $1 bank_id bigint, $2 claim_number integer, $3 loan_id bigint, $4 amount bigint, $5 from_on date,
-- $6 until_on date, $7 days integer, $8 principal bigint, $9 subsidised_principal bigint,
-- $10 rate_e12 bigint, $11 share_basis_points integer
-- locks the new row
INSERT INTO subsidy_claim_lines (bank_id, claim_number, loan_id, amount, from_on, until_on, days,
  principal, subsidised_principal, rate_e12, share_basis_points)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
