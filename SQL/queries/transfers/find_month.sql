-- find_month: whether the partitions of the month a day lies in are there.
-- $1 day date
-- locks nothing
SELECT to_regclass('public.positions_' || to_char($1::date, 'YYYYMM')) IS NOT NULL AS is_there;
