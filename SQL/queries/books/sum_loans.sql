-- sum_loans: what some accounts of a bank hold of each loan: before the first day, and what was
-- debited and credited within days, as known by a fact; by loan.
-- $1 bank_id bigint, $2 first day date, $3 last day date, $4 last fact known bigint,
-- $5 accounts text[]
-- locks nothing
SELECT l.loan_number, s.opening, s.debit, s.credit
FROM (
  SELECT p.bank_id, p.loan_id,
    coalesce(sum(p.amount) FILTER (WHERE p.debit_account = ANY ($5) AND p.booked_on < $2), 0)
      - coalesce(sum(p.amount) FILTER (WHERE p.credit_account = ANY ($5) AND p.booked_on < $2), 0)
      AS opening,
    coalesce(sum(p.amount) FILTER (WHERE p.debit_account = ANY ($5) AND p.booked_on >= $2), 0)
      AS debit,
    coalesce(sum(p.amount) FILTER (WHERE p.credit_account = ANY ($5) AND p.booked_on >= $2), 0)
      AS credit
  FROM postings p
  WHERE p.bank_id = $1 AND p.booked_on <= $3 AND p.fact_number <= $4
    AND (p.debit_account = ANY ($5) OR p.credit_account = ANY ($5))
  GROUP BY p.bank_id, p.loan_id
) s
JOIN loans l ON l.bank_id = s.bank_id AND l.loan_id = s.loan_id
ORDER BY l.loan_number;
