-- Loans whose class hangs on more than days overdue, who owes them and how they were signed: their
-- facts are replayed where a list shows or asks for classes. Which of those that are active are so is
-- not known here: all are taken to be until a fact or a month's end writes their states anew.

ALTER TABLE loan_states ADD COLUMN class_by_facts boolean NOT NULL DEFAULT false;
UPDATE loan_states SET class_by_facts = true WHERE status = 'active';

CREATE INDEX loan_states_by_facts ON loan_states (bank_id, loan_id) WHERE class_by_facts;
