-- States change in place: room is left in each page, so that a change of what no list is sorted or
-- filtered by touches no index. Pages that are full already get theirs as they are written anew.

ALTER TABLE loan_states SET (fillfactor = 80);
