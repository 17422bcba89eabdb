-- insert_calendar_day: a holiday, or a weekend day that is worked.
-- $1 day date, $2 kind text, $3 name_zh text, $4 document text, $5 source text
-- locks the new row
INSERT INTO calendar_days (day, kind, name_zh, document, source)
VALUES ($1, $2, $3, $4, $5);
