-- list_small_enterprise_matrix: from how many days on loans of small enterprises are in a class, all
-- rows.
-- locks nothing
SELECT security, valid_from, special_mention_from, substandard_from, doubtful_from, loss_from, source,
  marks
FROM small_enterprise_matrix
ORDER BY security, valid_from;
