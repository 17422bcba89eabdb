-- A bank with 1,000,000 loans of all lines and states, and a small one beside it, as of 2026-03-31.
-- The states' foreign key to the loans is dropped, so that the states alone are there, and their
-- indexes are made anew afterwards from their own definitions; both for speed.

INSERT INTO banks VALUES
  (1, 'large', '101', '大银行', 'Large', '513400', 'CNY', 2, NULL, '{}', 'test', ''),
  (2, 'small', '102', '小银行', 'Small', '513400', 'CNY', 2, NULL, '{}', 'test', '');

ALTER TABLE loan_states DROP CONSTRAINT loan_states_loan_fkey;

CREATE TEMPORARY TABLE definitions AS
SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
FROM pg_index
WHERE indrelid = 'loan_states'::regclass AND NOT indisunique;

DO $$
DECLARE
  index_name text;
BEGIN
  FOR index_name IN SELECT name FROM definitions LOOP
    EXECUTE 'DROP INDEX ' || index_name;
  END LOOP;
END $$;

INSERT INTO loan_states (bank_id, loan_id, loan_number, branch_id, officer_id, borrower_id, line,
  status, is_restructured, starts_on, matures_on, principal, outstanding, oldest_unpaid_due_on,
  last_fact_number)
SELECT bank_id, n, '10' || bank_id || to_char(starts_on, 'YYYY') || lpad(n::text, 7, '0') || '0',
  1 + n % 12, 1 + (n / 3) % 120, 1 + mix % 400000,
  (ARRAY['industry', 'microcredit', 'education', 'tourism', 'student-aid', 'other'])[1 + mix % 6],
  status, mix % 97 = 0, starts_on, starts_on + 180 + mix % 1600, principal,
  CASE WHEN status = 'active' THEN principal * (1 + mix % 10) / 10 ELSE 0 END,
  CASE
    WHEN status <> 'active' THEN DATE '2199-12-31'
    WHEN mix % 11 = 0 THEN DATE '2026-03-31' - (mix / 11 % 500)
    ELSE DATE '2026-04-01' + mix % 30
  END,
  n
FROM (
  SELECT bank_id, n, mix, DATE '2015-01-01' + mix / 7 % 4000 AS starts_on,
    (1 + mix % 50) * 1000000::bigint AS principal,
    CASE
      WHEN n % 100 = 0 THEN 'applied'
      WHEN n % 100 = 1 THEN 'approved'
      WHEN n % 10 IN (3, 6, 9) THEN 'settled'
      ELSE 'active'
    END AS status
  FROM (
    SELECT bank_id, n, (n::bigint * 7919 % 1000003)::integer AS mix
    FROM (VALUES (1, 1000000), (2, 1000)) AS size (bank_id, loans),
      generate_series(1, loans) AS n
  ) AS mixed
) AS drawn;

DO $$
DECLARE
  text_of_index text;
BEGIN
  FOR text_of_index IN SELECT definition FROM definitions LOOP
    EXECUTE text_of_index;
  END LOOP;
END $$;

ANALYZE loan_states;
