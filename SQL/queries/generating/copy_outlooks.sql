-- copy_outlooks: takes in what the loans' claims will be.
-- locks the new rows
COPY outlooks (bank_id, loan_id, fact_number, from_on, through_on, done_on, figures)
FROM STDIN (FORMAT binary);
