-- A row of the matrix has days, and more of them for a worse class.

ALTER TABLE small_enterprise_matrix
  ADD CONSTRAINT small_enterprise_matrix_some CHECK (
    coalesce(special_mention_from, substandard_from, doubtful_from, loss_from) IS NOT NULL),
  ADD CONSTRAINT small_enterprise_matrix_grows CHECK (
    special_mention_from < least(substandard_from, doubtful_from, loss_from)
    AND substandard_from < least(doubtful_from, loss_from)
    AND doubtful_from < loss_from);
