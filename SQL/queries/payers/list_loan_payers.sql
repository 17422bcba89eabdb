-- list_loan_payers: who pays beside the borrowers of a range of a bank's loans.
-- $1 bank_id bigint, $2 first loan_id bigint, $3 last loan_id bigint
-- locks nothing
SELECT loan_id, programme, fund, fund_share_percent
FROM loan_payers
WHERE bank_id = $1 AND loan_id BETWEEN $2 AND $3
ORDER BY loan_id;
