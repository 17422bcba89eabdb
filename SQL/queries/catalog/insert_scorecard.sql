-- insert_scorecard: a version of a points table.
-- $1 line text, $2 version integer, $3 valid_from date, $4 valid_until date, $5 rules text
-- locks the new row
INSERT INTO scorecards (line, version, valid_from, valid_until, rules)
VALUES ($1, $2, $3, $4, $5::text::jsonb);
