-- The village a borrower lives in, as the bank writes it, and portfolios cut by it. Of borrowers that
-- are there none is known, so that what is kept of months stays right: all their loans, as the whole.

ALTER TABLE borrowers ADD COLUMN village text COLLATE "C",
  ADD CONSTRAINT borrowers_village CHECK (length(village) BETWEEN 1 AND 50);

INSERT INTO portfolio_cells
SELECT bank_id, month, version, 'village', '', days_from, risk_class, is_restructured, loans,
  principal, principal_due, interest_due, interest_running, penalty_due, book_principal,
  general_provision, special_provision
FROM portfolio_cells
WHERE cut = 'whole';

INSERT INTO portfolio_borrowers
SELECT bank_id, month, version, 'village', '', borrowers
FROM portfolio_borrowers
WHERE cut = 'whole';
