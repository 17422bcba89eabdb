-- insert_flows: takes in what was booked in a month.
-- locks the new rows
COPY portfolio_flows (bank_id, month, version,
  kind, debit_account, credit_account, amount, row_count)
FROM STDIN (FORMAT binary);
