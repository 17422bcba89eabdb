-- What comes before the first day of a loan: papers asked for, points tables, who decides on which
-- amount, and the text that was signed.

-- Reference data: what applications are held to, by the day of their agreement.

CREATE TABLE document_requirements (
  line text NOT NULL,
  code text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  source text NOT NULL,
  CONSTRAINT document_requirements_pkey PRIMARY KEY (line, code, valid_from),
  CONSTRAINT document_requirements_validity CHECK (valid_until IS NULL OR valid_until > valid_from)
);

CREATE TABLE scorecards (
  line text NOT NULL,
  version integer NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  rules jsonb NOT NULL,
  CONSTRAINT scorecards_pkey PRIMARY KEY (line, version),
  CONSTRAINT scorecards_validity CHECK (valid_until IS NULL OR valid_until > valid_from)
);

-- bank and line are 'any' for a row that holds for all without rows of their own.
CREATE TABLE approval_tiers (
  bank text COLLATE "C" NOT NULL,
  line text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  above bigint NOT NULL,
  authority text NOT NULL,
  quorum integer NOT NULL,
  majority text NOT NULL,
  requires_documents boolean NOT NULL,
  requires_survey boolean NOT NULL,
  requires_score boolean NOT NULL,
  validity_days integer,
  source text NOT NULL,
  CONSTRAINT approval_tiers_pkey PRIMARY KEY (bank, line, valid_from, above),
  CONSTRAINT approval_tiers_above CHECK (above >= 0),
  CONSTRAINT approval_tiers_authority CHECK (
    authority IN ('officer', 'branch-manager', 'committee')),
  CONSTRAINT approval_tiers_quorum CHECK (quorum BETWEEN 1 AND 99),
  CONSTRAINT approval_tiers_majority CHECK (majority ~ '^[1-9][0-9]?/[1-9][0-9]?$'),
  CONSTRAINT approval_tiers_validity CHECK (validity_days BETWEEN 1 AND 3660)
);

SELECT place_table(name::regclass, NULL)
FROM unnest(ARRAY['document_requirements', 'scorecards', 'approval_tiers']) AS name;

-- The text of each contract as it was signed, by the fact that tells of the signature.
CREATE TABLE signed_contracts (
  bank_id bigint NOT NULL,
  loan_id bigint NOT NULL,
  fact_number bigint NOT NULL,
  contract text NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  CONSTRAINT signed_contracts_pkey PRIMARY KEY (bank_id, loan_id),
  CONSTRAINT signed_contracts_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
SELECT place_table('signed_contracts', 'bank_id');
ALTER TABLE signed_contracts
  ADD CONSTRAINT signed_contracts_fact_fkey FOREIGN KEY (bank_id, fact_number) REFERENCES facts,
  ADD CONSTRAINT signed_contracts_loan_fkey FOREIGN KEY (bank_id, loan_id) REFERENCES loans;


GRANT SELECT, INSERT ON document_requirements, scorecards, approval_tiers, signed_contracts
  TO shanhai_app;
