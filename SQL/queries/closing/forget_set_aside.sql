-- forget_set_aside: a month's next run has looked at all loans again.
-- $1 bank_id bigint, $2 month date
-- locks the rows
DELETE FROM close_failures WHERE bank_id = $1 AND month = $2;
