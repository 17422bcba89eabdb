-- What may befall a book: named scenarios, each of one or more shocks.

CREATE TABLE stress_shocks (
  scenario text COLLATE "C" NOT NULL,
  part integer NOT NULL,
  -- Of the part; the scenario is named after its first part.
  name_zh text NOT NULL,
  name_en text NOT NULL,
  -- From this day on it takes the place of an older row of the same part.
  valid_from date NOT NULL,
  -- What is hit: 'any' for all lines.
  line text COLLATE "C" NOT NULL,
  -- The borrowers' division codes begin so; empty for all.
  division_prefix text COLLATE "C" NOT NULL,
  -- The loans' purposes contain it; empty for all.
  purpose text COLLATE "C" NOT NULL,
  -- Who pays the loans' interest; null for all.
  programme text COLLATE "C",
  floating_only boolean NOT NULL,
  -- What of principal falls late, in ten-thousandths, and by how many days more.
  late_share integer NOT NULL,
  late_days integer NOT NULL,
  -- Added to floating rates; 100 is 1 %.
  rate_basis_points integer NOT NULL,
  subsidy_stops boolean NOT NULL,
  source text NOT NULL,
  marks text NOT NULL,
  CONSTRAINT stress_shocks_pkey PRIMARY KEY (scenario, part, valid_from),
  CONSTRAINT stress_shocks_part CHECK (part BETWEEN 1 AND 99),
  CONSTRAINT stress_shocks_line CHECK (
    line IN ('any', 'industry', 'microcredit', 'education', 'tourism', 'student-aid', 'other')),
  CONSTRAINT stress_shocks_division_prefix CHECK (division_prefix ~ '^([1-9][0-9]{1,5})?$'),
  CONSTRAINT stress_shocks_late_share CHECK (late_share BETWEEN 0 AND 10000),
  CONSTRAINT stress_shocks_late_days CHECK (late_days BETWEEN 0 AND 1080),
  CONSTRAINT stress_shocks_late_both CHECK ((late_share = 0) = (late_days = 0)),
  CONSTRAINT stress_shocks_rate CHECK (rate_basis_points BETWEEN -1000 AND 1000)
);
SELECT place_table('stress_shocks', NULL);
ALTER TABLE stress_shocks
  ADD CONSTRAINT stress_shocks_programme_fkey FOREIGN KEY (programme) REFERENCES programmes;

GRANT SELECT, INSERT ON stress_shocks TO shanhai_app;
