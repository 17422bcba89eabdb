-- insert_stress_shock: a shock, which is a part of a scenario, from a day on.
-- $1 scenario text, $2 part integer, $3 name_zh text, $4 name_en text, $5 valid_from date,
-- $6 line text, $7 division_prefix text, $8 purpose text, $9 programme text, $10 floating_only
-- boolean, $11 late_share integer, $12 late_days integer, $13 rate_basis_points integer,
-- $14 subsidy_stops boolean, $15 source text, $16 marks text
-- locks the new row, and its programme against deletion
INSERT INTO stress_shocks (scenario, part, name_zh, name_en, valid_from, line, division_prefix,
  purpose, programme, floating_only, late_share, late_days, rate_basis_points, subsidy_stops,
  source, marks)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);
