-- copy_schedule_versions: takes in schedules as facts left them.
-- locks the new rows
COPY schedule_versions (bank_id, loan_id, fact_number, due_on, principal, interest, subsidised)
FROM STDIN (FORMAT binary);
