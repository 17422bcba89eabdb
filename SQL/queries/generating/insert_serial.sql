-- insert_serial: the last serial of a year's loan numbers of a bank that had none.
-- $1 bank_id bigint, $2 year integer, $3 last_serial integer
-- locks the new row
INSERT INTO loan_serials (bank_id, year, last_serial)
VALUES ($1, $2, $3);
