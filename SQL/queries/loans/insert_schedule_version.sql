-- insert_schedule_version: the instalments to come of a loan as a fact left them.
-- $1 bank_id bigint, $2 loan_id bigint, $3 fact_number bigint, $4 due_on date[],
-- $5 principal bigint[], $6 interest bigint[], $7 subsidised bigint[]
-- locks the new row
INSERT INTO schedule_versions (bank_id, loan_id, fact_number, due_on, principal, interest,
  subsidised)
VALUES ($1, $2, $3, $4, $5, $6, $7);
