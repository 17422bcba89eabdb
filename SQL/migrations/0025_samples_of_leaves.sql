-- A filled table is sampled by some thousand rows: what a plan needs of it, its size and how many
-- rows a loan has, they tell as well as the thirty thousand of the usual target.

ALTER FUNCTION key_leaf(text, text) SET default_statistics_target TO '20';
