-- insert_provision_policy: by which rule a bank makes its provisions from a day on.
-- $1 bank text, $2 valid_from date, $3 regime text, $4 substandard_percent integer,
-- $5 doubtful_percent integer, $6 source text
-- locks the new row
INSERT INTO provision_policies (bank, valid_from, regime, substandard_percent, doubtful_percent,
  source)
VALUES ($1, $2, $3, $4, $5, $6);
