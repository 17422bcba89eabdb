-- copy_facts: takes in facts.
-- locks the new rows
COPY facts (bank_id, fact_number, loan_id, kind, effective_on, booked_on, recorded_at, officer_id,
  login, idempotency_key, request, amount, paid_to_on, detail, reverses)
FROM STDIN (FORMAT binary);
