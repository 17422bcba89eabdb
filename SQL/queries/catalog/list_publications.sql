-- list_publications: the LPR as published, by day, with sources.
-- locks nothing
SELECT published_on, one_year_e12, five_year_e12, source
FROM lpr_publications
ORDER BY published_on;
