-- set_style: days as ISO 8601 says, whatever the session prints otherwise.
-- locks nothing
SET LOCAL DateStyle TO 'ISO, YMD';
