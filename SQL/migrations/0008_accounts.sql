-- The chart of accounts: on which side an account grows, what it is part of, where it comes from.

INSERT INTO accounts (account, name_zh, name_en) VALUES
  ('1132', '应收利息', 'Interest receivable'),
  ('1221', '其他应收款', 'Other receivables'),
  ('2241', '其他应付款', 'Other payables'),
  ('6011', '利息收入', 'Income from interest');

ALTER TABLE accounts ADD COLUMN side text COLLATE "C";
ALTER TABLE accounts ADD COLUMN parent text COLLATE "C";
ALTER TABLE accounts ADD COLUMN source text;
UPDATE accounts a
SET side = chart.side, parent = chart.parent, source = chart.source
FROM (VALUES
  ('1003', 'debit', NULL, '企业会计准则——应用指南 (财会〔2006〕18号), appendix'),
  ('1132', 'debit', NULL, '企业会计准则——应用指南 (财会〔2006〕18号), appendix'),
  ('113201', 'debit', '1132', 'second level of the program'),
  ('113202', 'debit', '1132', 'second level of the program'),
  ('113203', 'debit', '1132', 'second level of the program'),
  ('113204', 'debit', '1132', 'second level of the program'),
  ('1221', 'debit', NULL, '企业会计准则——应用指南 (财会〔2006〕18号), appendix'),
  ('122101', 'debit', '1221', 'second level of the program'),
  ('122102', 'debit', '1221', 'second level of the program'),
  ('1303', 'debit', NULL, '企业会计准则——应用指南 (财会〔2006〕18号), appendix'),
  ('130301', 'debit', '1303', 'second level of the program'),
  ('130302', 'debit', '1303', 'second level of the program'),
  ('130303', 'debit', '1303', 'second level of the program'),
  ('130304', 'debit', '1303', 'second level of the program'),
  ('130305', 'debit', '1303', 'second level of the program'),
  ('130309', 'debit', '1303', 'second level of the program'),
  ('1304', 'credit', NULL, '企业会计准则——应用指南 (财会〔2006〕18号), appendix'),
  ('2011', 'credit', NULL, '企业会计准则——应用指南 (财会〔2006〕18号), appendix'),
  ('2241', 'credit', NULL, '企业会计准则——应用指南 (财会〔2006〕18号), appendix'),
  ('224101', 'credit', '2241', 'second level of the program'),
  ('224103', 'credit', '2241', 'second level of the program'),
  ('224104', 'credit', '2241', 'second level of the program'),
  ('6011', 'credit', NULL, '企业会计准则——应用指南 (财会〔2006〕18号), appendix'),
  ('601101', 'credit', '6011', 'second level of the program'),
  ('601102', 'credit', '6011', 'second level of the program'),
  ('990001', 'credit', NULL, 'own code, none in 财会〔2006〕18号'),
  ('990201', 'off', NULL, 'own code, none in 财会〔2006〕18号'),
  ('990301', 'off', NULL, 'own code, none in 财会〔2006〕18号'),
  ('990901', 'off', NULL, 'own code, none in 财会〔2006〕18号')
) AS chart (account, side, parent, source)
WHERE chart.account = a.account;
ALTER TABLE accounts ALTER COLUMN side SET NOT NULL;
ALTER TABLE accounts ALTER COLUMN source SET NOT NULL;
-- off: a memo that no balance sheet holds; both its sides are off.
ALTER TABLE accounts ADD CONSTRAINT accounts_side CHECK (side IN ('debit', 'credit', 'off'));
ALTER TABLE accounts ADD CONSTRAINT accounts_parent_is_another CHECK (parent <> account);
-- Deferred: a chart may name a part before what it is part of.
ALTER TABLE accounts ADD CONSTRAINT accounts_parent_fkey
  FOREIGN KEY (parent) REFERENCES accounts DEFERRABLE INITIALLY DEFERRED;

GRANT INSERT ON accounts TO shanhai_app;
