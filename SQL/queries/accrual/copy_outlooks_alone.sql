-- copy_outlooks_alone: the outlooks of a page of a bank's loans that have anything to accrue, by loan.
-- :bank bigint, :after loan_id bigint (exclusive), :until loan_id bigint (exclusive), :rows bigint,
-- :run fact number of the last run bigint, :last the last day of its month date
-- locks nothing: the caller's run holds the lock of the bank's head
COPY (
  SELECT loan_id, fact_number, from_on, through_on, figures
  FROM outlooks
  WHERE bank_id = :bank AND loan_id > :after AND loan_id < :until
    AND (done_on IS NULL OR done_on > :last OR fact_number > :run)
  ORDER BY loan_id
  LIMIT :rows
) TO STDOUT (FORMAT binary);
