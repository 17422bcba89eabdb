-- The role the program works as. It reads everything, adds facts and transfers, and can neither
-- change nor delete them. A login becomes an officer's by GRANT shanhai_app TO login.

DO $$
BEGIN
  CREATE ROLE shanhai_app NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO shanhai_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO shanhai_app;
GRANT INSERT ON sponsors, divisions, banks, lpr_publications, calendar_days, loan_products,
  bank_heads, loan_serials, bank_capital, branches, officers, borrowers, facts, loans,
  signed_schedules, loan_states, accrual_runs, transfers, positions TO shanhai_app;
GRANT UPDATE ON bank_heads, loan_serials, loan_states TO shanhai_app;
REVOKE EXECUTE ON FUNCTION make_month(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_month(date) TO shanhai_app;
