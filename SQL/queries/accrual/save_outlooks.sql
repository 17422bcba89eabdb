-- save_outlooks: outlooks of some loans of a bank, each in place of the one before.
-- $1 bank_id bigint, $2 loan_ids bigint[], $3 fact_numbers bigint[], $4 from_on date[],
-- $5 through_on date[], $6 done_on date[], $7 where the figures of each begin, from 1 integer[],
-- $8 how many bytes they are integer[], $9 all figures bytea, $10 done_on of those that still earn
-- date
-- locks the loans' outlooks
INSERT INTO outlooks (bank_id, loan_id, fact_number, from_on, through_on, done_on, figures)
SELECT $1, n.loan_id, n.fact_number, n.from_on, n.through_on, nullif(n.done_on, $10::date),
  substring($9::bytea FROM n.start FOR n.length)
FROM unnest($2::bigint[], $3::bigint[], $4::date[], $5::date[], $6::date[], $7::integer[],
  $8::integer[]) AS n (loan_id, fact_number, from_on, through_on, done_on, start, length)
ON CONFLICT (bank_id, loan_id) DO UPDATE
SET fact_number = excluded.fact_number, from_on = excluded.from_on,
  through_on = excluded.through_on, done_on = excluded.done_on, figures = excluded.figures;
