-- repaid_differs_from_books: loans for which the use of received money is not what was booked, or
-- does not sum to the money received.
-- Must return no row.
SELECT s.bank_id, s.loan_number
FROM loan_states s
LEFT JOIN (
  SELECT bank_id, loan_id,
    sum(signed) FILTER (WHERE kind = 'principal-repaid') AS principal,
    sum(signed) FILTER (WHERE kind = 'interest-repaid') AS interest,
    sum(signed) FILTER (WHERE kind = 'penalty-repaid') AS penalty,
    sum(signed) FILTER (WHERE kind = 'credit') AS credit
  FROM (
    SELECT bank_id, loan_id, kind,
      CASE WHEN debit_account = '2011' THEN amount ELSE -amount END AS signed
    FROM transfers
    WHERE kind IN ('principal-repaid', 'interest-repaid', 'penalty-repaid', 'credit')
  ) moves
  GROUP BY bank_id, loan_id
) t ON t.bank_id = s.bank_id AND t.loan_id = s.loan_id
LEFT JOIN (
  SELECT bank_id, loan_id, sum(amount) AS received
  FROM facts
  WHERE kind = 'repaid'
  GROUP BY bank_id, loan_id
) f ON f.bank_id = s.bank_id AND f.loan_id = s.loan_id
WHERE (s.repaid_principal, s.repaid_interest, s.repaid_penalty, s.credit) IS DISTINCT FROM
    (coalesce(t.principal, 0), coalesce(t.interest, 0), coalesce(t.penalty, 0),
      coalesce(t.credit, 0))
  OR s.repaid_principal + s.repaid_interest + s.repaid_penalty + s.credit
    <> coalesce(f.received, 0);
