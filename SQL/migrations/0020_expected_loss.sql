-- A bank may post what it expects to lose; its percentages are then those of the memo.

ALTER TABLE provision_policies
  DROP CONSTRAINT provision_policies_band,
  ADD CONSTRAINT provision_policies_band CHECK (
    regime IN ('guideline-2002', 'expected-loss') AND substandard_percent BETWEEN 20 AND 30
      AND doubtful_percent BETWEEN 40 AND 60
    OR regime = 'coefficients-2012' AND substandard_percent = 30 AND doubtful_percent = 60);
