-- list_facts_of_batch: the facts of a batch of loans that move claims or books, by loan.
-- $1 bank_id bigint, $2 loan_ids bigint[], $3 kinds text[]
-- locks nothing
SELECT loan_id, fact_number, kind, effective_on, booked_on, amount, paid_to_on,
  detail::text AS detail, reverses
FROM facts
WHERE bank_id = $1 AND loan_id = ANY ($2) AND kind = ANY ($3)
ORDER BY loan_id, fact_number;
