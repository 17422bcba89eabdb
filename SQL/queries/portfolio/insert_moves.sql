-- insert_moves: takes in how loans went since earlier months.
-- locks the new rows
COPY portfolio_moves (bank_id, month, version,
  months_before, scale, line, origin, destination, loans, principal)
FROM STDIN (FORMAT binary);
