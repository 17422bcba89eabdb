-- insert_close: a month is closed.
-- $1 bank_id bigint, $2 month date, $3 version integer, $4 fact_number bigint, $5 position_version
-- integer, $6 previous_digest bytea (null: the first), $7 digest bytea
-- locks the new row
INSERT INTO month_closes (bank_id, month, version, fact_number, position_version, previous_digest,
  digest)
VALUES ($1, $2, $3, $4, $5, $6, $7);
