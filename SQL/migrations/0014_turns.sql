-- Which loans of a bank were paid out, taken over or written off is found without reading all of its
-- facts: a portfolio is counted from it at each month's end.

CREATE INDEX facts_of_turns ON facts (bank_id, loan_id, fact_number)
  WHERE kind IN ('disbursed', 'imported', 'written-off');
