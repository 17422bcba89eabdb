-- list_funds: the funds that share losses, by code.
-- locks nothing
SELECT code, name_zh, name_en, division_prefix, line, valid_from, share_percent, buffer_days,
  stop_basis_points, principal_limit, return_workdays, source, marks
FROM compensation_funds
ORDER BY code;
