-- update_states: the current states of some loans of a bank, after facts or a month's end.
-- $1 bank_id bigint, $2 loan_ids bigint[], $3 status text[], $4 branch_id bigint[],
-- $5 borrower_id bigint[], $6 is_restructured boolean[], $7 starts_on date[], $8 matures_on date[],
-- $9 outstanding bigint[], $10 oldest_unpaid_due_on date[], $11 last_fact_number bigint[],
-- $12 book_principal bigint[], $13 is_non_accrual boolean[], $14 class_by_facts
-- boolean[], $15 moved, as arrays are written text[], $16 posted_borrower bigint[], $17
-- posted_finance bigint[], $18 posted_programme bigint[], $19 posted_penalty bigint[], $20
-- posted_compound bigint[], $21 posted_suspended bigint[]
-- locks the loans' states
UPDATE loan_states s
SET status = n.status, branch_id = n.branch_id, borrower_id = n.borrower_id,
  is_restructured = n.is_restructured, starts_on = n.starts_on, matures_on = n.matures_on,
  outstanding = n.outstanding, oldest_unpaid_due_on = n.oldest_unpaid_due_on,
  last_fact_number = n.last_fact_number, book_principal = n.book_principal,
  is_non_accrual = n.is_non_accrual, class_by_facts = n.class_by_facts,
  moved = n.moved::bigint[],
  posted_borrower = n.posted_borrower, posted_finance = n.posted_finance,
  posted_programme = n.posted_programme, posted_penalty = n.posted_penalty,
  posted_compound = n.posted_compound, posted_suspended = n.posted_suspended
FROM unnest($2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::boolean[], $7::date[],
    $8::date[], $9::bigint[], $10::date[], $11::bigint[], $12::bigint[], $13::boolean[],
    $14::boolean[], $15::text[], $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[],
    $20::bigint[], $21::bigint[])
  AS n (loan_id, status, branch_id, borrower_id, is_restructured, starts_on, matures_on,
    outstanding, oldest_unpaid_due_on, last_fact_number, book_principal, is_non_accrual,
    class_by_facts, moved, posted_borrower, posted_finance, posted_programme, posted_penalty,
    posted_compound, posted_suspended)
WHERE s.bank_id = $1 AND s.loan_id = n.loan_id;
