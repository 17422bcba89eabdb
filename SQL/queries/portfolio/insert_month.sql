-- insert_month: a version of a month is counted.
-- $1 bank_id bigint, $2 month date, $3 version integer, $4 held_provision bigint
-- locks the new row
INSERT INTO portfolio_months (bank_id, month, version, held_provision)
VALUES ($1, $2, $3, $4);
