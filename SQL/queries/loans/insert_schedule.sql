-- insert_schedule: the schedule of a loan as signed, its instalments in order.
-- $1 bank_id bigint, $2 loan_id bigint, $3 due_on date[], $4 principal bigint[],
-- $5 interest bigint[], $6 subsidised bigint[]
-- locks the new row
INSERT INTO signed_schedules (bank_id, loan_id, due_on, principal, interest, subsidised)
VALUES ($1, $2, $3, $4, $5, $6);
