-- Two banks; the first has six loans of three borrowers on 2026-03-31.
-- The states' foreign key to the loans is dropped: a list reads the states alone.

ALTER TABLE loan_states DROP CONSTRAINT loan_states_loan_fkey;

INSERT INTO banks VALUES
  (1, 'puge', '101', '普格银行', 'Puge', '513428', 'CNY', 2, NULL, '{}', 'test', ''),
  (2, 'meigu', '102', '美姑银行', 'Meigu', '513436', 'CNY', 2, NULL, '{}', 'test', '');
INSERT INTO bank_heads (bank_id, business_date) VALUES (1, '2026-03-31'), (2, '2026-03-31');
INSERT INTO branches VALUES
  (1, 1, 'head', '总行', 'Head office', '513428', 'test'),
  (1, 2, 'town', '镇支行', 'Town', '513428', 'test'),
  (2, 1, 'head', '总行', 'Head office', '513436', 'test');
INSERT INTO officers VALUES
  (1, 1, 1, 'ma', '马海', 'mahai', '{account-officer}', 'test'),
  (1, 2, 2, 'jike', '吉克', 'roving', '{account-officer}', 'test'),
  (2, 1, 1, 'ali', '阿力', 'roving', '{account-officer}', 'test');
INSERT INTO borrowers (bank_id, borrower_id, reference, kind, name, identity_scheme,
  identity_number, division_code) VALUES
  (1, 1, 'H1', 'household', '沙马阿木', 'resident-id', '513436199001011230', '513428'),
  (1, 2, 'H2', 'household', '=1+1', 'resident-id', '513436198506150020', '513428'),
  (1, 3, 'E1', 'enterprise', '普格合作社', 'social-credit-code', '91512081MA62K0260E', '513428');

INSERT INTO loan_states (bank_id, loan_id, loan_number, branch_id, officer_id, borrower_id, line,
  status, is_restructured, starts_on, matures_on, principal, outstanding, oldest_unpaid_due_on,
  last_fact_number) VALUES
  -- Not overdue; its instalment falls due today.
  (1, 1, '101202500000011', 1, 1, 1, 'microcredit', 'active', false, '2025-01-10', '2027-01-10',
    3000000, 2500000, '2026-03-31', 1),
  -- Not overdue, but restructured.
  (1, 2, '101202500000022', 1, 1, 2, 'microcredit', 'active', true, '2025-01-10', '2027-01-10',
    3000000, 2500000, '2026-04-10', 2),
  -- 90 days.
  (1, 3, '101202500000033', 2, 2, 2, 'tourism', 'active', false, '2025-02-01', '2026-02-01',
    1000000, 1000000, '2025-12-31', 3),
  -- 91 days.
  (1, 4, '101202500000044', 2, 2, 3, 'industry', 'active', false, '2025-03-01', '2026-09-01',
    90000000, 80000005, '2025-12-30', 4),
  (1, 5, '101202500000055', 2, 2, 1, 'education', 'settled', true, '2024-03-01', '2026-03-01',
    500000, 0, '2199-12-31', 5),
  (1, 6, '101202600000016', 1, 1, 1, 'microcredit', 'applied', false, '2026-04-05', '2027-04-05',
    3000000, 0, '2199-12-31', 6),
  -- The other bank's.
  (2, 1, '102202500000019', 1, 1, 1, 'microcredit', 'active', false, '2025-01-10', '2027-01-10',
    3000000, 3000000, '2026-04-10', 1);
