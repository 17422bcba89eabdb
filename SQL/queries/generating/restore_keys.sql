-- restore_keys: makes the keys and indexes that drop_keys took off, each for its whole table.
-- locks the tables, which drop_keys has locked
DO $$
DECLARE
  item record;
BEGIN
  FOR item IN SELECT definition FROM book_keys ORDER BY place, owner, definition LOOP
    EXECUTE item.definition;
  END LOOP;
END $$;
