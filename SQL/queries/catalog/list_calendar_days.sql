-- list_calendar_days: the days that differ from the plain week, by day.
-- locks nothing
SELECT day, kind, name_zh, document, source
FROM calendar_days
ORDER BY day;
