-- insert_loan_payers: who pays beside the borrower of a loan, for ever.
-- $1 bank_id bigint, $2 loan_id bigint, $3 programme text, $4 fund text, $5 fund_share_percent
-- integer
-- locks the new row
INSERT INTO loan_payers (bank_id, loan_id, programme, fund, fund_share_percent)
VALUES ($1, $2, $3, $4, $5);
