-- page_by_outstanding: a page of a bank's loans, the largest outstanding first, then the latest
-- number.
-- $1 bank_id bigint; null parameters don't narrow the list: $2 branch_id bigint, $3 officer_id
-- bigint, $4 line text, $5 status text, $6 borrower_id bigint, $7 is_restructured boolean, and days
-- from the first, until before the second: oldest_unpaid_due_on $8 $9, starts_on $10 $11,
-- matures_on $12 $13 date; $14 borrower kinds text[]; $15 loan_ids bigint[], $16 whether they
-- alone are listed boolean (false: they are left out)
-- after $17 outstanding bigint and $18 loan_number text (null: the first page), $19 rows bigint
-- locks nothing; run after page_settings
SELECT loan_id, loan_number, branch_id, officer_id, borrower_id, line, status, is_restructured,
  starts_on, matures_on, principal, outstanding, oldest_unpaid_due_on, class_by_facts
FROM loan_states
WHERE bank_id = $1
  AND ($2::bigint IS NULL OR branch_id = $2)
  AND ($3::bigint IS NULL OR officer_id = $3)
  AND ($4::text IS NULL OR line = $4)
  AND ($5::text IS NULL OR status = $5)
  AND ($6::bigint IS NULL OR borrower_id = $6)
  AND ($7::boolean IS NULL OR is_restructured = $7)
  AND ($8::date IS NULL OR oldest_unpaid_due_on >= $8)
  AND ($9::date IS NULL OR oldest_unpaid_due_on < $9)
  AND ($10::date IS NULL OR starts_on >= $10)
  AND ($11::date IS NULL OR starts_on < $11)
  AND ($12::date IS NULL OR matures_on >= $12)
  AND ($13::date IS NULL OR matures_on < $13)
  AND ($14::text[] IS NULL OR EXISTS (
    SELECT FROM borrowers b
    WHERE b.bank_id = loan_states.bank_id AND b.borrower_id = loan_states.borrower_id
      AND b.kind = ANY ($14)))
  AND ($15::bigint[] IS NULL OR (loan_id = ANY ($15)) = $16::boolean)
  AND ($17::bigint IS NULL OR (outstanding, loan_number) < ($17, $18::text))
ORDER BY outstanding DESC, loan_number DESC
LIMIT $19;
