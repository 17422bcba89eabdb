-- insert_capital: a bank's net capital from a day on.
-- $1 bank_id bigint, $2 effective_on date, $3 net_capital bigint, $4 source text
-- locks the new row
INSERT INTO bank_capital (bank_id, effective_on, net_capital, source)
VALUES ($1, $2, $3, $4);
