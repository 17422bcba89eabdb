-- Publications of the LPR that were loaded when a bank had facts already: those up to a number were
-- booked without.

CREATE TABLE publication_arrivals (
  bank_id bigint NOT NULL,
  published_on date NOT NULL,
  -- The bank's last fact that did not know it.
  fact_number bigint NOT NULL,
  CONSTRAINT publication_arrivals_pkey PRIMARY KEY (bank_id, published_on),
  CONSTRAINT publication_arrivals_fact CHECK (fact_number >= 1)
);
SELECT place_table('publication_arrivals', 'bank_id');
ALTER TABLE publication_arrivals
  ADD CONSTRAINT publication_arrivals_bank_fkey FOREIGN KEY (bank_id) REFERENCES banks,
  ADD CONSTRAINT publication_arrivals_published_fkey FOREIGN KEY (published_on)
    REFERENCES lpr_publications;

GRANT SELECT, INSERT ON publication_arrivals TO shanhai_app;
