-- list_settled_by_key: what a request settled, by loan; no row if it was not made before.
-- $1 bank_id bigint, $2 request_key text
-- locks nothing
SELECT s.request, s.fact_number, f.loan_id, l.loan_number, f.amount, f.effective_on
FROM subsidy_settlements s
JOIN facts f ON f.bank_id = s.bank_id AND f.fact_number = s.fact_number
JOIN loans l ON l.bank_id = f.bank_id AND l.loan_id = f.loan_id
WHERE s.bank_id = $1 AND s.request_key = $2
ORDER BY f.loan_id;
