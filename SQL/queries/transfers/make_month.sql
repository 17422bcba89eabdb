-- make_month: makes the partition of the month a day lies in, if it is not there.
-- $1 day date
-- locks transfers for a moment when it makes it
SELECT make_month($1)::text AS made;
