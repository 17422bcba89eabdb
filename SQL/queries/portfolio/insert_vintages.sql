-- insert_vintages: takes in a month's vintages.
-- locks the new rows
COPY portfolio_vintages (bank_id, month, version,
  line, cohort, months_on_book, granted_loans, granted, loans, principal, at_risk_30, at_risk_90,
  default_loans, default_granted)
FROM STDIN (FORMAT binary);
