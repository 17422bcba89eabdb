-- insert_account: an account of the chart.
-- $1 account text, $2 name_zh text, $3 name_en text, $4 side text, $5 parent text, $6 source text
-- locks the new row
INSERT INTO accounts (account, name_zh, name_en, side, parent, source)
VALUES ($1, $2, $3, $4, $5, $6);
