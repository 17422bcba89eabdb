-- copy_positions_of_leaf: the rows of a filled table go where positions has a place already.
-- :leaf the table
-- locks the new rows
INSERT INTO positions SELECT * FROM :leaf;
