-- insert_macro_scenario: how the economy may go on, one of the scenarios that begin on a day.
-- $1 scenario text, $2 valid_from date, $3 name_zh text, $4 name_en text, $5 weight integer, $6 factor
-- integer, $7 applied_to text, $8 source text, $9 marks text
-- locks the new row
INSERT INTO macro_scenarios (scenario, valid_from, name_zh, name_en, weight, factor, applied_to,
  source, marks)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
