-- What is assumed of losses, each from a day on: what is lost in a default, and how the economy may
-- go on.

CREATE TABLE loss_shares (
  -- 'any' for lines without rows of their own.
  line text COLLATE "C" NOT NULL,
  security text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  -- Of what is owed, in ten-thousandths.
  share integer NOT NULL,
  source text NOT NULL,
  marks text NOT NULL,
  CONSTRAINT loss_shares_pkey PRIMARY KEY (line, security, valid_from),
  CONSTRAINT loss_shares_line CHECK (
    line IN ('any', 'industry', 'microcredit', 'education', 'tourism', 'student-aid', 'other')),
  CONSTRAINT loss_shares_security CHECK (
    security IN ('unsecured', 'guaranteed', 'mortgaged', 'pledged')),
  CONSTRAINT loss_shares_share CHECK (share BETWEEN 0 AND 10000)
);
SELECT place_table('loss_shares', NULL);

CREATE TABLE macro_scenarios (
  scenario text COLLATE "C" NOT NULL,
  -- All that begin on a day take the place of all that began before.
  valid_from date NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  -- In ten-thousandths; those of a day add up to 10,000.
  weight integer NOT NULL,
  -- On defaults, in thousandths.
  factor integer NOT NULL,
  applied_to text COLLATE "C" NOT NULL,
  source text NOT NULL,
  marks text NOT NULL,
  CONSTRAINT macro_scenarios_pkey PRIMARY KEY (valid_from, scenario),
  CONSTRAINT macro_scenarios_weight CHECK (weight BETWEEN 0 AND 10000),
  CONSTRAINT macro_scenarios_factor CHECK (factor BETWEEN 1 AND 100000),
  CONSTRAINT macro_scenarios_applied_to CHECK (applied_to IN ('odds', 'probability'))
);
SELECT place_table('macro_scenarios', NULL);

GRANT SELECT, INSERT ON loss_shares, macro_scenarios TO shanhai_app;
