-- set_role: from now on the connection may read all, add facts and transfers, and not change them.
-- locks nothing
SET ROLE shanhai_app;
