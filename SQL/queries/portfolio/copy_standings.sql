-- copy_standings: where a bank's loans stood at a month's end, by loan.
-- :bank bigint, :month date, :version integer
-- locks nothing
COPY (
  SELECT loan_id, principal, greatest(principal_overdue_days, interest_overdue_days), risk_class
  FROM positions
  WHERE bank_id = :bank AND month = DATE :month AND version = :version
  ORDER BY loan_id
) TO STDOUT (FORMAT binary);
