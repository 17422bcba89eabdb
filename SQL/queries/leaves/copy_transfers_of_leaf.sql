-- copy_transfers_of_leaf: the rows of a filled table go where run_transfers has a place already.
-- :leaf the table
-- locks the new rows
INSERT INTO run_transfers SELECT * FROM :leaf;
