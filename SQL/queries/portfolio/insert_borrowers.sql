-- insert_borrowers: takes in the numbers of borrowers.
-- locks the new rows
COPY portfolio_borrowers (bank_id, month, version,
  cut, member, borrowers)
FROM STDIN (FORMAT binary);
