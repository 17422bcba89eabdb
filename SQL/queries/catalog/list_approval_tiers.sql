-- list_approval_tiers: who decides on which amount, all rows.
-- locks nothing
SELECT bank, line, valid_from, above, authority, quorum, majority, requires_documents,
  requires_survey, requires_score, validity_days, source
FROM approval_tiers
ORDER BY bank, line, valid_from, above;
