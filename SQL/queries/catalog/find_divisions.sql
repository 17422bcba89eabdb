-- find_divisions: which of these codes are, or ever were, in use.
-- $1 codes text[]
-- locks nothing
SELECT code
FROM divisions
WHERE code = ANY ($1);
