-- Officers rate a loan's class by hand, and excuse a lateness for technical reasons.

ALTER TABLE facts DROP CONSTRAINT facts_kind;
ALTER TABLE facts ADD CONSTRAINT facts_kind CHECK (kind IN (
  'applied', 'document-received', 'surveyed', 'scored', 'voted', 'approved', 'refused',
  'withdrawn', 'signed', 'expired', 'condition-added', 'condition-met',
  'disbursed', 'imported', 'repaid', 'refunded', 'costs-charged', 'rate-changed', 'extended',
  'renewed', 'rescheduled', 'paused', 'graduated', 'interest-waived', 'misused', 'rated',
  'overdue-excused', 'waived', 'written-off', 'compensation-claimed', 'compensation-paid',
  'compensation-rejected', 'compensation-returned', 'subsidy-paid', 'subsidy-rejected',
  'reversed', 'died', 'taken-over', 'transferred', 'reminded', 'promised', 'noted', 'proposed',
  'declined', 'accrued', 'day-closed', 'month-closed', 'month-reopened', 'subsidy-claimed',
  'subsidy-confirmed'));
