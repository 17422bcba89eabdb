-- copy_standings: where a bank's loans stood at a month's end, by loan; NULL as in copy_positions.
-- :bank bigint, :month date, :version integer
-- locks nothing
COPY (
  SELECT loan_id, principal, nullif(greatest(principal_overdue_days, interest_overdue_days), 0),
    nullif(risk_class, 'normal')
  FROM positions
  WHERE bank_id = :bank AND month = DATE :month AND version = :version
  ORDER BY loan_id
) TO STDOUT (FORMAT binary);
