-- list_stress_shocks: the shocks of all scenarios, all rows.
-- locks nothing
SELECT scenario, part, name_zh, name_en, valid_from, line, division_prefix, purpose, programme,
  floating_only, late_share, late_days, rate_basis_points, subsidy_stops, source, marks
FROM stress_shocks
ORDER BY scenario, part, valid_from;
