-- next_serial: takes the next serial of a year's loan numbers.
-- $1 bank_id bigint, $2 year integer
-- locks the year's row of the bank
INSERT INTO loan_serials (bank_id, year, last_serial)
VALUES ($1, $2, 1)
ON CONFLICT (bank_id, year) DO UPDATE SET last_serial = loan_serials.last_serial + 1
RETURNING last_serial;
