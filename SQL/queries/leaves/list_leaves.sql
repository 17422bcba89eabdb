-- list_leaves: the tables that runs of a bank filled and have not attached.
-- $1 bank_id bigint
-- locks nothing: the caller holds the lock of the bank's head
SELECT leaf, known, outcome::text AS outcome
FROM run_leaves
WHERE bank_id = $1
ORDER BY leaf;
