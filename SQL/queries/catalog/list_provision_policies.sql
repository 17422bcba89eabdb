-- list_provision_policies: by which rule banks make their provisions, all rows.
-- locks nothing
SELECT bank, valid_from, regime, substandard_percent, doubtful_percent, source
FROM provision_policies
ORDER BY bank, valid_from;
