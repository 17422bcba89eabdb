-- list_arrivals: the publications of the LPR that facts of a bank did not know, by day.
-- $1 bank_id bigint
-- locks nothing
SELECT published_on, fact_number
FROM publication_arrivals
WHERE bank_id = $1
ORDER BY published_on;
