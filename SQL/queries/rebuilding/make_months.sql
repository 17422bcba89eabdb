-- make_months: makes the partitions of the transfers of all months that facts were booked in.
-- locks facts
SELECT make_month(month::date)
FROM (
  SELECT generate_series(date_trunc('month', min(day)), max(day), interval '1 month') AS month
  FROM (
    SELECT min(booked_on) AS day FROM facts
    UNION ALL SELECT max(booked_on) FROM facts
    UNION ALL SELECT max(business_date) FROM bank_heads
  ) days
) months;
