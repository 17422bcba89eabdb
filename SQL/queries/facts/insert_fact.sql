-- insert_fact: one fact, for ever.
-- $1 bank_id bigint, $2 fact_number bigint, $3 loan_id bigint, $4 kind text, $5 effective_on date,
-- $6 booked_on date, $7 recorded_at timestamptz, $8 officer_id bigint, $9 login text,
-- $10 idempotency_key text, $11 request text, $12 amount bigint, $13 paid_to_on date,
-- $14 detail text, $15 reverses bigint
-- locks the new row
INSERT INTO facts (bank_id, fact_number, loan_id, kind, effective_on, booked_on, recorded_at,
  officer_id, login, idempotency_key, request, amount, paid_to_on, detail, reverses)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::text::jsonb, $15);
