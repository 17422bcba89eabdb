-- list_pending: the loans of a bank in one status, by number.
-- $1 bank_id bigint, $2 status text
-- locks nothing
SELECT loan_id, loan_number
FROM loan_states
WHERE bank_id = $1 AND status = $2
ORDER BY loan_number;
