-- make_month: makes the partitions of the month a day lies in, if they are not there.
-- $1 day date
-- locks transfers and positions for a moment when it makes them
SELECT make_month($1)::text AS made;
