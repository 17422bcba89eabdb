-- find_outlook: a loan's outlook; no row before it was paid out.
-- $1 bank_id bigint, $2 loan_id bigint
-- locks nothing: the caller holds the lock of the bank's head
SELECT fact_number, from_on, through_on, figures
FROM outlooks
WHERE bank_id = $1 AND loan_id = $2;
