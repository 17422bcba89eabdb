-- insert_arrival: which facts of banks did not know a publication.
-- $1 published_on date
-- locks the new rows; run with the heads locked
INSERT INTO publication_arrivals (bank_id, published_on, fact_number)
SELECT bank_id, $1::date, last_fact_number
FROM bank_heads
WHERE last_fact_number > 0;
