-- facts_since: whether facts of loans effective by a day came in after a run.
-- $1 bank_id bigint, $2 fact number of the run bigint, $3 day date
-- locks nothing: the caller holds the lock of the bank's head
SELECT EXISTS (
  SELECT FROM facts
  WHERE bank_id = $1 AND fact_number > $2 AND effective_on <= $3 AND loan_id IS NOT NULL
) AS are_there;
