-- insert_approval_tier: who decides on loans above an amount.
-- $1 bank text, $2 line text, $3 valid_from date, $4 above bigint, $5 authority text,
-- $6 quorum integer, $7 majority text, $8 $9 $10 boolean: papers, survey, score are asked for,
-- $11 validity_days integer, $12 source text
-- locks the new row
INSERT INTO approval_tiers (bank, line, valid_from, above, authority, quorum, majority,
  requires_documents, requires_survey, requires_score, validity_days, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
