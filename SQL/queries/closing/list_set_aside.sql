-- list_set_aside: the loans that keep a month open, by number: those its run set aside and no later
-- month's run has caught up with.
-- $1 bank_id bigint, $2 month date
-- locks nothing
SELECT l.loan_number, f.code, f.reason
FROM close_failures f
JOIN loans l ON l.bank_id = f.bank_id AND l.loan_id = f.loan_id
WHERE f.bank_id = $1 AND f.month = $2 AND EXISTS (
  SELECT FROM close_failures g
  WHERE g.bank_id = f.bank_id AND g.loan_id = f.loan_id AND g.month = (
    SELECT r.month FROM accrual_runs r WHERE r.bank_id = $1 ORDER BY r.run_number DESC LIMIT 1))
ORDER BY l.loan_number;
