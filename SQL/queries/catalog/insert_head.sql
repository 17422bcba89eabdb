-- insert_head: the head of a new bank, with the first day it works on.
-- $1 bank_id bigint, $2 business_date date
-- locks the new row
INSERT INTO bank_heads (bank_id, business_date)
VALUES ($1, $2);
