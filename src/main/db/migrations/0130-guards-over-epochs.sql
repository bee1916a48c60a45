-- Lines are numbered anew in each epoch: a record whose last change was line 12 of one epoch may be changed by line 12 of the
-- next. Equal numbers are then no second write on one line, as long as the line says that it made this version.

DROP TRIGGER offices_update;
CREATE TRIGGER offices_update AFTER UPDATE ON offices
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'offices: write without journal line'); END;
DROP TRIGGER staff_update;
CREATE TRIGGER staff_update AFTER UPDATE ON staff
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'staff: write without journal line'); END;
DROP TRIGGER visitors_update;
CREATE TRIGGER visitors_update AFTER UPDATE ON visitors
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'visitors: write without journal line'); END;
DROP TRIGGER grids_update;
CREATE TRIGGER grids_update AFTER UPDATE ON grids
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'grids: write without journal line'); END;
DROP TRIGGER addresses_update;
CREATE TRIGGER addresses_update AFTER UPDATE ON addresses
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'addresses: write without journal line'); END;
DROP TRIGGER dwellings_update;
CREATE TRIGGER dwellings_update AFTER UPDATE ON dwellings
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dwellings: write without journal line'); END;
DROP TRIGGER households_update;
CREATE TRIGGER households_update AFTER UPDATE ON households
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'households: write without journal line'); END;
DROP TRIGGER residents_update;
CREATE TRIGGER residents_update AFTER UPDATE ON residents
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'residents: write without journal line'); END;
DROP TRIGGER home_visits_update;
CREATE TRIGGER home_visits_update AFTER UPDATE ON home_visits
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'home_visits: write without journal line'); END;
DROP TRIGGER units_update;
CREATE TRIGGER units_update AFTER UPDATE ON units
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'units: write without journal line'); END;
DROP TRIGGER unit_checks_update;
CREATE TRIGGER unit_checks_update AFTER UPDATE ON unit_checks
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'unit_checks: write without journal line'); END;
DROP TRIGGER disputes_update;
CREATE TRIGGER disputes_update AFTER UPDATE ON disputes
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'disputes: write without journal line'); END;
DROP TRIGGER dispute_parties_update;
CREATE TRIGGER dispute_parties_update AFTER UPDATE ON dispute_parties
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_parties: write without journal line'); END;
DROP TRIGGER dispute_sessions_update;
CREATE TRIGGER dispute_sessions_update AFTER UPDATE ON dispute_sessions
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_sessions: write without journal line'); END;
DROP TRIGGER dispute_agreements_update;
CREATE TRIGGER dispute_agreements_update AFTER UPDATE ON dispute_agreements
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_agreements: write without journal line'); END;
DROP TRIGGER dispute_levels_update;
CREATE TRIGGER dispute_levels_update AFTER UPDATE ON dispute_levels
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_levels: write without journal line'); END;
DROP TRIGGER dispute_referrals_update;
CREATE TRIGGER dispute_referrals_update AFTER UPDATE ON dispute_referrals
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_referrals: write without journal line'); END;
DROP TRIGGER dispute_follow_ups_update;
CREATE TRIGGER dispute_follow_ups_update AFTER UPDATE ON dispute_follow_ups
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_follow_ups: write without journal line'); END;
DROP TRIGGER statutory_matters_update;
CREATE TRIGGER statutory_matters_update AFTER UPDATE ON statutory_matters
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'statutory_matters: write without journal line'); END;
DROP TRIGGER statutory_duties_update;
CREATE TRIGGER statutory_duties_update AFTER UPDATE ON statutory_duties
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'statutory_duties: write without journal line'); END;
DROP TRIGGER care_consents_update;
CREATE TRIGGER care_consents_update AFTER UPDATE ON care_consents
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'care_consents: write without journal line'); END;
DROP TRIGGER rights_requests_update;
CREATE TRIGGER rights_requests_update AFTER UPDATE ON rights_requests
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'rights_requests: write without journal line'); END;
DROP TRIGGER sealed_records_update;
CREATE TRIGGER sealed_records_update AFTER UPDATE ON sealed_records
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'sealed_records: write without journal line'); END;
DROP TRIGGER orders_update;
CREATE TRIGGER orders_update AFTER UPDATE ON orders
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'orders: write without journal line'); END;
DROP TRIGGER notices_update;
CREATE TRIGGER notices_update AFTER UPDATE ON notices
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR (NEW.change_n IS OLD.change_n
      AND NEW.revision IS NOT (SELECT json_extract(line, '$.v') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1))
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'notices: write without journal line'); END;
