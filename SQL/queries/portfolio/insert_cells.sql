-- insert_cells: takes in the sums of a month's positions.
-- locks the new rows
COPY portfolio_cells (bank_id, month, version,
  cut, member, days_from, risk_class, is_restructured, loans, principal, principal_due,
  interest_due, interest_running, penalty_due, book_principal, general_provision, special_provision)
FROM STDIN (FORMAT binary);
