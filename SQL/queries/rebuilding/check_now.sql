-- check_now: holds what was inserted to the rules that would wait for the end of the transaction.
-- locks nothing
SET CONSTRAINTS ALL IMMEDIATE;
