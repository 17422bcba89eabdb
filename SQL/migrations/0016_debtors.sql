-- Who owes a loan has a say in its class: the matrix of small enterprises, and a debtor's other
-- loans.

CREATE TABLE small_enterprise_matrix (
  security text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  -- From how many days overdue on; null: never by days alone.
  special_mention_from integer,
  substandard_from integer,
  doubtful_from integer,
  loss_from integer,
  source text NOT NULL,
  marks text NOT NULL,
  CONSTRAINT small_enterprise_matrix_pkey PRIMARY KEY (security, valid_from),
  CONSTRAINT small_enterprise_matrix_security CHECK (
    security IN ('unsecured', 'guaranteed', 'mortgaged', 'pledged')),
  CONSTRAINT small_enterprise_matrix_days CHECK (
    least(special_mention_from, substandard_from, doubtful_from, loss_from) >= 1)
);
SELECT place_table('small_enterprise_matrix', NULL);

CREATE INDEX facts_taken_over ON facts (bank_id, loan_id) WHERE kind = 'taken-over';

-- The loans of debtors that are no retail customers and owe, or have owed, more than one.
CREATE VIEW debtor_loans AS
WITH parties AS (
  SELECT bank_id, loan_id, borrower_id FROM loans
  UNION
  SELECT bank_id, loan_id, (detail->>'partyID')::bigint FROM facts WHERE kind = 'taken-over'
), owed AS (
  SELECT p.bank_id, p.loan_id, count(*) OVER (PARTITION BY p.bank_id, p.borrower_id) AS loans
  FROM parties p
  JOIN borrowers b ON b.bank_id = p.bank_id AND b.borrower_id = p.borrower_id
  WHERE b.kind IN ('enterprise', 'cooperative')
)
SELECT DISTINCT bank_id, loan_id FROM owed WHERE loans > 1;

GRANT SELECT, INSERT ON small_enterprise_matrix TO shanhai_app;
GRANT SELECT ON debtor_loans TO shanhai_app;
