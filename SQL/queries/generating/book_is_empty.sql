-- book_is_empty: whether there are no borrowers, loans and facts; whether the caller owns the
-- tables, whose keys are dropped and made anew.
-- locks nothing
SELECT NOT EXISTS (SELECT FROM borrowers) AND NOT EXISTS (SELECT FROM loans)
    AND NOT EXISTS (SELECT FROM facts) AS is_empty,
  (SELECT bool_and(pg_has_role(relowner, 'USAGE')) FROM pg_class
    WHERE oid IN ('loans'::regclass, 'facts'::regclass, 'positions'::regclass)) AS is_owner;
