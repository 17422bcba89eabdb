-- insert_small_enterprise_row: from how many days on loans of small enterprises are in a class.
-- $1 security text, $2 valid_from date, from days on or null for never: $3 special mention,
-- $4 substandard, $5 doubtful, $6 loss integer, $7 source text, $8 marks text
-- locks the new row
INSERT INTO small_enterprise_matrix (security, valid_from, special_mention_from, substandard_from,
  doubtful_from, loss_from, source, marks)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
