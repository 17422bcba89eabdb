-- list_last_months: the last month that was run of each bank with one.
-- locks nothing
SELECT b.code, max(r.month) AS month
FROM accrual_runs r
JOIN banks b ON b.bank_id = r.bank_id
GROUP BY b.code
ORDER BY b.code;
