-- insert_fund: a fund that shares losses.
-- $1 code text, $2 name_zh text, $3 name_en text, $4 division_prefix text, $5 line text,
-- $6 valid_from date, $7 share_percent integer, $8 buffer_days integer, $9 stop_basis_points
-- integer, $10 principal_limit bigint, $11 return_workdays integer, $12 source text, $13 marks text
-- locks the new row
INSERT INTO compensation_funds (code, name_zh, name_en, division_prefix, line, valid_from,
  share_percent, buffer_days, stop_basis_points, principal_limit, return_workdays, source, marks)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);
