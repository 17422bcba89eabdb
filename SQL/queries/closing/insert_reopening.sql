-- insert_reopening: a month's closing is taken back.
-- $1 bank_id bigint, $2 month date, $3 version integer, $4 fact_number bigint, $5 reason text
-- locks the new row
INSERT INTO month_reopenings (bank_id, month, version, fact_number, reason)
VALUES ($1, $2, $3, $4, $5);
