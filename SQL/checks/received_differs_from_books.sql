-- received_differs_from_books: facts and runs whose transfers use another sum of money than came in
-- or went back with them; one that moves no money only moves between uses.
-- Must return no row.
WITH RECURSIVE received AS (
  SELECT bank_id, fact_number,
    CASE kind WHEN 'repaid' THEN amount WHEN 'refunded' THEN -amount ELSE 0 END AS amount
  FROM facts
  WHERE kind <> 'reversed'
  UNION ALL
  SELECT f.bank_id, f.fact_number, -r.amount
  FROM received r
  JOIN facts f ON f.bank_id = r.bank_id AND f.reverses = r.fact_number
), used AS (
  SELECT bank_id, fact_number,
    sum(CASE WHEN debit_account = '2011' THEN amount ELSE -amount END) AS amount
  FROM postings
  WHERE kind IN ('principal-repaid', 'interest-repaid', 'penalty-repaid', 'compound-repaid',
    'costs-repaid', 'recovered', 'credit')
  GROUP BY bank_id, fact_number
)
SELECT r.bank_id, r.fact_number, r.amount AS received, coalesce(u.amount, 0) AS used
FROM received r
LEFT JOIN used u ON u.bank_id = r.bank_id AND u.fact_number = r.fact_number
WHERE r.amount <> coalesce(u.amount, 0);
