-- list_unassigned: loans with a subsidy of which it was not asked yet who pays it: taken over from
-- another book, or older than the programmes.
-- $1 bank_id bigint
-- locks nothing: the caller holds the lock of the bank's head
SELECT l.loan_id, l.line, l.agreed_on, l.subsidy_payer, b.division_code
FROM loans l
JOIN borrowers b ON b.bank_id = l.bank_id AND b.borrower_id = l.borrower_id
LEFT JOIN loan_payers p ON p.bank_id = l.bank_id AND p.loan_id = l.loan_id
WHERE l.bank_id = $1 AND l.subsidy_payer IS NOT NULL AND p.loan_id IS NULL
ORDER BY l.loan_id;
