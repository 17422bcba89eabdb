-- find_month: whether the partition of the month a day lies in is there.
-- $1 day date
-- locks nothing
SELECT to_regclass('public.transfers_' || to_char($1::date, 'YYYYMM')) IS NOT NULL AS is_there;
