-- What the index of a floating loan was when it was agreed stands with its terms: a publication that
-- is loaded later does not change it. Of loans that are there: what was known when they were signed,
-- taken over or, of those that are not signed, applied for.

WITH known AS (
  SELECT bank_id, loan_id,
    coalesce(max(fact_number) FILTER (WHERE kind = 'signed'), min(fact_number)) AS fact_number
  FROM facts
  WHERE loan_id IS NOT NULL
  GROUP BY bank_id, loan_id
), agreed AS (
  SELECT l.bank_id, l.loan_id, published.rate_e12
  FROM loans l
  JOIN known USING (bank_id, loan_id)
  CROSS JOIN LATERAL (
    SELECT CASE l.rate_index WHEN 'LPR1Y' THEN p.one_year_e12 ELSE p.five_year_e12 END AS rate_e12
    FROM lpr_publications p
    WHERE p.published_on <= l.agreed_on
      AND NOT EXISTS (
        SELECT FROM publication_arrivals a
        WHERE a.bank_id = l.bank_id AND a.published_on = p.published_on
          AND a.fact_number >= known.fact_number)
    ORDER BY p.published_on DESC
    LIMIT 1) AS published
  WHERE l.rate_index IS NOT NULL
)
UPDATE loans l
SET more_terms = coalesce(l.more_terms, '{}') || jsonb_build_object('agreedIndex', agreed.rate_e12)
FROM agreed
WHERE l.bank_id = agreed.bank_id AND l.loan_id = agreed.loan_id;
