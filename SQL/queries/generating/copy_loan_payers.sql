-- copy_loan_payers: takes in who pays beside the borrowers.
-- locks the new rows
COPY loan_payers (bank_id, loan_id, programme, fund, fund_share_percent)
FROM STDIN (FORMAT binary);
