-- list_facts_of_batch: the facts that move the claims of a batch of loans, by loan.
-- $1 bank_id bigint, $2 loan_ids bigint[]
-- locks nothing
SELECT loan_id, fact_number, kind, effective_on, booked_on, amount, in_advance, paid_to_on
FROM facts
WHERE bank_id = $1 AND loan_id = ANY ($2) AND kind IN ('disbursed', 'imported', 'repaid')
ORDER BY loan_id, fact_number;
