-- The placement hook: on plain PostgreSQL it does nothing. A distributed PostgreSQL replaces its
-- body, so that each table of a bank is placed by bank_id and reference tables are copied to every
-- node, before foreign keys are made.

CREATE FUNCTION place_table(table_name regclass, placed_by text) RETURNS void
LANGUAGE sql AS $$ SELECT $$;

SELECT place_table(name::regclass, NULL)
FROM unnest(ARRAY['divisions', 'sponsors', 'banks', 'lpr_publications', 'calendar_days',
  'loan_products', 'accounts']) AS name;

SELECT place_table(name::regclass, 'bank_id')
FROM unnest(ARRAY['bank_heads', 'loan_serials', 'bank_capital', 'branches', 'officers', 'borrowers',
  'facts', 'loans', 'signed_schedules', 'loan_states', 'accrual_runs', 'transfers', 'positions'])
  AS name;
