-- list_accounts: the chart of accounts, by code.
-- locks nothing
SELECT account, name_zh, name_en, side, parent, source
FROM accounts
ORDER BY account;
