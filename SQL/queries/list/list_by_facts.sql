-- list_by_facts: a bank's active loans whose class goes by facts: by their own, or as one of several
-- that a debtor owes who is no retail customer.
-- $1 bank_id bigint, $2 the kinds of borrowers that are no retail customers text[]
-- locks nothing
SELECT loan_id
FROM loan_states
WHERE bank_id = $1 AND class_by_facts AND status = 'active'
UNION
SELECT loan_id
FROM (
  SELECT s.loan_id, count(*) OVER (PARTITION BY s.borrower_id) AS loans
  FROM borrowers b
  JOIN loan_states s ON s.bank_id = b.bank_id AND s.borrower_id = b.borrower_id
  WHERE b.bank_id = $1 AND b.kind = ANY ($2) AND s.status = 'active'
) owed
WHERE loans > 1;
