-- insert_loss_share: what is lost in a default, from a day on.
-- $1 line text, $2 security text, $3 valid_from date, $4 share integer, $5 source text, $6 marks text
-- locks the new row
INSERT INTO loss_shares (line, security, valid_from, share, source, marks)
VALUES ($1, $2, $3, $4, $5, $6);
