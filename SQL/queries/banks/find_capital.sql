-- find_capital: the net capital in force on a day; no row before the first.
-- $1 bank_id bigint, $2 day date
-- locks nothing
SELECT net_capital
FROM bank_capital
WHERE bank_id = $1 AND effective_on <= $2
ORDER BY effective_on DESC
LIMIT 1;
