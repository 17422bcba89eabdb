-- run_differs_from_transfers: a run counts the transfers it booked.
-- Must return no row.
WITH booked AS (
  SELECT bank_id, run_number, count(*) AS transfers
  FROM run_transfers
  GROUP BY bank_id, run_number
)
SELECT r.bank_id, r.run_number, r.transfer_count, coalesce(b.transfers, 0) AS booked
FROM accrual_runs r
LEFT JOIN booked b ON b.bank_id = r.bank_id AND b.run_number = r.run_number
WHERE r.transfer_count <> coalesce(b.transfers, 0);
