-- take_serials: takes the next serials of a year's loan numbers; the last of them.
-- $1 bank_id bigint, $2 year integer, $3 count integer (1 or more)
-- locks the year's row of the bank
INSERT INTO loan_serials (bank_id, year, last_serial)
VALUES ($1, $2, $3)
ON CONFLICT (bank_id, year) DO UPDATE
  SET last_serial = loan_serials.last_serial + excluded.last_serial
RETURNING last_serial;
