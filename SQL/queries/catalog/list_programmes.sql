-- list_programmes: the programmes that subsidise interest, by code.
-- locks nothing
SELECT code, payer, name_zh, name_en, division_prefix, line, valid_from, share_note,
  refused_owed_by, source, marks
FROM programmes
ORDER BY code;
