-- insert_publication: a publication of the LPR.
-- $1 published_on date, $2 one_year_e12 bigint, $3 five_year_e12 bigint, $4 source text
-- locks the new row
INSERT INTO lpr_publications (published_on, one_year_e12, five_year_e12, source)
VALUES ($1, $2, $3, $4);
