-- sum_required: the provisions that a version of a month's positions of a bank requires.
-- $1 bank_id bigint, $2 month date, $3 version integer
-- locks nothing
SELECT coalesce(sum(general_provision + special_provision), 0)::bigint AS required
FROM positions
WHERE bank_id = $1 AND month = $2 AND version = $3;
