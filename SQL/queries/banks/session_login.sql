-- session_login: the login the server authenticated.
-- locks nothing
SELECT session_user::text AS login;
