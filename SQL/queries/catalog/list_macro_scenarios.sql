-- list_macro_scenarios: how the economy may go on, all rows.
-- locks nothing
SELECT scenario, valid_from, name_zh, name_en, weight, factor, applied_to, source, marks
FROM macro_scenarios
ORDER BY valid_from, scenario;
