-- copy_schedules: takes in signed schedules.
-- locks the new rows
COPY signed_schedules (bank_id, loan_id, due_on, principal, interest, subsidised)
FROM STDIN (FORMAT binary);
