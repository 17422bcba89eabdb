-- insert_defaults: takes in the loans in default for the first time.
-- locks the new rows
COPY portfolio_defaults (bank_id, month, version,
  loan_id)
FROM STDIN (FORMAT binary);
