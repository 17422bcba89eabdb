-- The risk report by straightforward SQL over positions: what stored counts are measured against.
-- :month the first day of the month
SELECT month, count(*) FILTER (WHERE principal > 0), count(DISTINCT (bank_id, borrower_id)),
  sum(principal), sum(principal_due), sum(interest_due), sum(general_provision),
  sum(special_provision),
  sum(principal) FILTER (WHERE days > 1 OR is_restructured),
  sum(principal) FILTER (WHERE days > 30 OR is_restructured),
  sum(principal) FILTER (WHERE days > 60 OR is_restructured),
  sum(principal) FILTER (WHERE days > 90 OR is_restructured),
  sum(principal) FILTER (WHERE days > 180 OR is_restructured)
FROM (SELECT *, greatest(principal_overdue_days, interest_overdue_days) AS days FROM positions) p
WHERE month > DATE :'month' - interval '13 months' AND month <= :'month'
GROUP BY month;

-- Each cut of the month, with days overdue and class.
SELECT GROUPING(p.branch_id, p.line, l.product_version, l.officer_id, w.division_code, l.purpose,
    l.category, w.kind, w.sex, cohort, size),
  p.bank_id, p.branch_id, p.line, l.product_version, l.officer_id, w.division_code, l.purpose,
  l.category, w.kind, w.sex, cohort, size, bucket, risk_class,
  count(*), count(DISTINCT p.borrower_id), sum(p.principal), sum(general_provision),
  sum(special_provision)
FROM positions p
JOIN loans l USING (bank_id, loan_id)
JOIN borrowers w ON w.bank_id = p.bank_id AND w.borrower_id = p.borrower_id,
LATERAL (SELECT date_trunc('quarter', l.starts_on) AS cohort,
  width_bucket(l.principal, ARRAY[5000000, 10000000, 50000000, 100000000]) AS size,
  width_bucket(greatest(principal_overdue_days, interest_overdue_days),
    ARRAY[1, 31, 61, 91, 181, 271, 361]) AS bucket) b
WHERE p.month = :'month' AND p.principal > 0
GROUP BY p.bank_id, bucket, risk_class, GROUPING SETS ((p.branch_id), (p.line),
  (p.line, l.product_version), (l.officer_id), (w.division_code), (l.purpose), (l.category),
  (w.kind), (w.sex), (cohort), (size));

-- The largest debtors.
SELECT bank_id, borrower_id, sum(principal) FROM positions WHERE month = :'month'
GROUP BY bank_id, borrower_id ORDER BY 3 DESC LIMIT 20;

-- Where loans went in a month, over twelve of them, and in twelve months.
SELECT b.line, b.bucket, a.bucket, count(*), sum(b.principal)
FROM (SELECT *, width_bucket(greatest(principal_overdue_days, interest_overdue_days),
    ARRAY[1, 31, 61, 91, 181, 361]) AS bucket FROM positions) b
LEFT JOIN (SELECT bank_id, loan_id, month, width_bucket(
    greatest(principal_overdue_days, interest_overdue_days),
    ARRAY[1, 31, 61, 91, 181, 361]) AS bucket FROM positions) a
  ON a.bank_id = b.bank_id AND a.loan_id = b.loan_id AND a.month = b.month + interval '1 month'
WHERE b.month >= DATE :'month' - interval '12 months' AND b.month < :'month'
GROUP BY b.line, b.bucket, a.bucket;
SELECT b.line, b.bucket, a.bucket, count(*), sum(b.principal)
FROM (SELECT *, width_bucket(greatest(principal_overdue_days, interest_overdue_days),
    ARRAY[1, 31, 61, 91, 181, 361]) AS bucket FROM positions) b
LEFT JOIN (SELECT bank_id, loan_id, month, width_bucket(
    greatest(principal_overdue_days, interest_overdue_days),
    ARRAY[1, 31, 61, 91, 181, 361]) AS bucket FROM positions) a
  ON a.bank_id = b.bank_id AND a.loan_id = b.loan_id AND a.month = b.month + interval '12 months'
WHERE b.month = DATE :'month' - interval '12 months'
GROUP BY b.line, b.bucket, a.bucket;

-- Vintages: at risk by age, and in default for the first time.
SELECT p.line, date_trunc('quarter', s.starts_on),
  (extract(year FROM age(p.month, date_trunc('month', s.starts_on))) * 12
    + extract(month FROM age(p.month, date_trunc('month', s.starts_on))))::int AS age,
  count(*), sum(s.principal), sum(p.principal) FILTER (
    WHERE greatest(principal_overdue_days, interest_overdue_days) > 30 OR p.is_restructured)
FROM positions p
JOIN loan_states s USING (bank_id, loan_id)
WHERE p.month <= :'month'
GROUP BY 1, 2, 3;
SELECT s.line, date_trunc('quarter', s.starts_on), f.month, count(*), sum(s.principal)
FROM (SELECT bank_id, loan_id, min(month) AS month FROM positions
  WHERE greatest(principal_overdue_days, interest_overdue_days) > 90 AND month <= :'month'
  GROUP BY bank_id, loan_id) f
JOIN loan_states s USING (bank_id, loan_id)
GROUP BY 1, 2, 3;
