-- list_capital: the net capital of these banks, from each day on.
-- $1 bank_ids bigint[]
-- locks nothing
SELECT bank_id, effective_on, net_capital, source
FROM bank_capital
WHERE bank_id = ANY ($1)
ORDER BY bank_id, effective_on;
