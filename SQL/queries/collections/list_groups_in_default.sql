-- list_groups_in_default: the members of joint-liability groups of whose loans one is written off,
-- or overdue since a day or longer.
-- $1 bank_id bigint, $2 overdue since date
-- locks nothing
SELECT DISTINCT b.group_reference, b.borrower_id
FROM loan_states s
JOIN borrowers b ON b.bank_id = s.bank_id AND b.borrower_id = s.borrower_id
WHERE s.bank_id = $1 AND b.group_reference IS NOT NULL
  AND (s.status = 'written-off' OR (s.status = 'active' AND s.oldest_unpaid_due_on <= $2));
