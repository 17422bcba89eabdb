-- list_scorecards: all versions of all points tables, by line and version.
-- -> rules text: the JSON document that names its line
-- locks nothing
SELECT rules::text AS rules
FROM scorecards
ORDER BY line, version;
