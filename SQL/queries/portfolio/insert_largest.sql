-- insert_largest: takes in the largest debtors.
-- locks the new rows
COPY portfolio_largest (bank_id, month, version,
  kind, place, reference, loans, principal)
FROM STDIN (FORMAT binary);
