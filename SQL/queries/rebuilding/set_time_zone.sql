-- set_time_zone: instants in UTC, for this transaction.
-- locks nothing
SET LOCAL TimeZone TO 'UTC';
