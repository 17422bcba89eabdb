-- Foreign keys and the indexes lists are paged from.

ALTER TABLE banks
  ADD CONSTRAINT banks_sponsor_fkey FOREIGN KEY (sponsor_id) REFERENCES sponsors;
ALTER TABLE bank_heads
  ADD CONSTRAINT bank_heads_bank_fkey FOREIGN KEY (bank_id) REFERENCES banks;
ALTER TABLE loan_serials
  ADD CONSTRAINT loan_serials_bank_fkey FOREIGN KEY (bank_id) REFERENCES banks;
ALTER TABLE bank_capital
  ADD CONSTRAINT bank_capital_bank_fkey FOREIGN KEY (bank_id) REFERENCES banks;
ALTER TABLE branches
  ADD CONSTRAINT branches_bank_fkey FOREIGN KEY (bank_id) REFERENCES banks;
ALTER TABLE officers
  ADD CONSTRAINT officers_bank_fkey FOREIGN KEY (bank_id) REFERENCES banks,
  ADD CONSTRAINT officers_branch_fkey FOREIGN KEY (bank_id, branch_id) REFERENCES branches;
ALTER TABLE borrowers
  ADD CONSTRAINT borrowers_bank_fkey FOREIGN KEY (bank_id) REFERENCES banks,
  ADD CONSTRAINT borrowers_co_borrower_fkey
    FOREIGN KEY (bank_id, co_borrower_id) REFERENCES borrowers;
ALTER TABLE loans
  ADD CONSTRAINT loans_branch_fkey FOREIGN KEY (bank_id, branch_id) REFERENCES branches,
  ADD CONSTRAINT loans_officer_fkey FOREIGN KEY (bank_id, officer_id) REFERENCES officers,
  ADD CONSTRAINT loans_borrower_fkey FOREIGN KEY (bank_id, borrower_id) REFERENCES borrowers,
  ADD CONSTRAINT loans_product_fkey FOREIGN KEY (line, product_version) REFERENCES loan_products;
ALTER TABLE signed_schedules
  ADD CONSTRAINT signed_schedules_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES loans;
ALTER TABLE loan_states
  ADD CONSTRAINT loan_states_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES loans;
ALTER TABLE facts
  ADD CONSTRAINT facts_officer_fkey FOREIGN KEY (bank_id, officer_id) REFERENCES officers,
  ADD CONSTRAINT facts_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES loans;
ALTER TABLE accrual_runs
  ADD CONSTRAINT accrual_runs_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES facts;
ALTER TABLE transfers
  ADD CONSTRAINT transfers_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES facts,
  ADD CONSTRAINT transfers_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES loans,
  ADD CONSTRAINT transfers_debit_fkey FOREIGN KEY (debit_account) REFERENCES accounts,
  ADD CONSTRAINT transfers_credit_fkey FOREIGN KEY (credit_account) REFERENCES accounts;
ALTER TABLE positions
  ADD CONSTRAINT positions_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES loans;

CREATE INDEX facts_by_loan ON facts (bank_id, loan_id, fact_number);
CREATE INDEX transfers_by_loan ON transfers (bank_id, loan_id);
CREATE INDEX borrowers_by_household ON borrowers (bank_id, household_reference);
CREATE INDEX loans_by_borrower ON loans (bank_id, borrower_id);

-- The loans of one status or one borrower, which are few, in the order of loan numbers.
CREATE INDEX loan_states_by_status ON loan_states (bank_id, status, loan_number);
CREATE INDEX loan_states_by_borrower ON loan_states (bank_id, borrower_id, loan_number);

-- One index for each order of a list: its key first, then every column that narrows a list, so that
-- rows are left out in the index and only the rows of the page are fetched.
CREATE INDEX loan_states_in_number_order ON loan_states (bank_id, loan_number, branch_id,
  officer_id, line, status, borrower_id, is_restructured, oldest_unpaid_due_on, starts_on,
  matures_on);
CREATE INDEX loan_states_in_disbursement_order ON loan_states (bank_id, starts_on, loan_number,
  branch_id, officer_id, line, status, borrower_id, is_restructured, oldest_unpaid_due_on,
  matures_on);
CREATE INDEX loan_states_in_maturity_order ON loan_states (bank_id, matures_on, loan_number,
  branch_id, officer_id, line, status, borrower_id, is_restructured, oldest_unpaid_due_on,
  starts_on);
-- Read backward: the largest outstanding first and, among equals, the latest number.
CREATE INDEX loan_states_in_outstanding_order ON loan_states (bank_id, outstanding, loan_number,
  branch_id, officer_id, line, status, borrower_id, is_restructured, oldest_unpaid_due_on,
  starts_on, matures_on);
CREATE INDEX loan_states_in_overdue_order ON loan_states (bank_id, oldest_unpaid_due_on,
  loan_number, branch_id, officer_id, line, status, borrower_id, is_restructured, starts_on,
  matures_on);
