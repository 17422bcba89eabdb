-- list_loss_shares: what is lost in a default, all rows.
-- locks nothing
SELECT line, security, valid_from, share, source, marks
FROM loss_shares
ORDER BY line, security, valid_from;
