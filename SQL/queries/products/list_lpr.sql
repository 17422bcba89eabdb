-- list_lpr: the LPR as published, by day.
-- locks nothing
SELECT published_on, one_year_e12, five_year_e12
FROM lpr_publications
ORDER BY published_on;
