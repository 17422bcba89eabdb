-- list_last_claims: the month of each programme's last claim, its batches of that month, and the
-- bank's last claim number.
-- $1 bank_id bigint
-- locks nothing: the caller holds the lock of the bank's head
SELECT DISTINCT ON (programme) programme, month, batch,
  (max(claim_number) OVER ()) AS last_number
FROM subsidy_claims
WHERE bank_id = $1
ORDER BY programme, month DESC, batch DESC;
