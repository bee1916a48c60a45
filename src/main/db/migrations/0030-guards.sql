-- A row follows a line of its own: until now a second write could stand on the line of the one before it, as long as no
-- other line had followed.

DROP TRIGGER offices_update;
CREATE TRIGGER offices_update AFTER UPDATE ON offices
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'offices: write without journal line'); END;
DROP TRIGGER staff_update;
CREATE TRIGGER staff_update AFTER UPDATE ON staff
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'staff: write without journal line'); END;
DROP TRIGGER visitors_update;
CREATE TRIGGER visitors_update AFTER UPDATE ON visitors
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'visitors: write without journal line'); END;
