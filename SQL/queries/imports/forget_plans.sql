-- forget_plans: the plans of this session are made anew, those of foreign keys too. Made while a
-- table was empty they scan it, and nothing else makes them new before the transaction ends.
-- locks nothing
DISCARD PLANS;
