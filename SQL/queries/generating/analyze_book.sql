-- analyze_book: lets the planner know the tables of a book.
-- locks nothing that readers and writers mind
ANALYZE borrowers, loans, signed_schedules, loan_payers, facts, transfers, run_transfers, positions,
  loan_states, outlooks;
