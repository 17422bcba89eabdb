-- find_loan_payers: who pays beside the borrower of a loan; no row if it was not asked yet.
-- $1 bank_id bigint, $2 loan_id bigint
-- locks nothing
SELECT programme, fund, fund_share_percent
FROM loan_payers
WHERE bank_id = $1 AND loan_id = $2;
