-- From how many days on a firm's loan is in a class; classes are passed over, as a matrix may.

INSERT INTO small_enterprise_matrix VALUES
  ('unsecured', '2026-03-31', NULL, 31, 91, 361, 'test', '');
