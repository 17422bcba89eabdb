-- copy_outlooks: the outlooks of a page of a bank's loans that have anything to accrue, by loan, with
-- what a position says of the loan itself.
-- :bank bigint, :after loan_id bigint (exclusive), :until loan_id bigint (exclusive), :rows bigint,
-- :run fact number of the last run bigint, :last the last day of its month date
-- locks nothing: the caller's run holds the lock of the bank's head
COPY (
  SELECT o.loan_id, o.fact_number, o.from_on, o.through_on, o.figures, s.branch_id, s.borrower_id,
    s.line
  FROM outlooks o
  JOIN loan_states s ON s.bank_id = o.bank_id AND s.loan_id = o.loan_id
  WHERE o.bank_id = :bank AND o.loan_id > :after AND o.loan_id < :until
    AND s.bank_id = :bank AND s.loan_id > :after AND s.loan_id < :until
    AND (o.done_on IS NULL OR o.done_on > :last OR o.fact_number > :run)
  ORDER BY o.loan_id
  LIMIT :rows
) TO STDOUT (FORMAT binary);
