-- 来访接待: visits to the desk. No identity numbers, no photographs, no profile.

CREATE TABLE visitors (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  arrived_at TEXT NOT NULL, left_at TEXT,
  name TEXT, phone TEXT, people INTEGER NOT NULL,
  matter TEXT NOT NULL, summary TEXT, papers_checked INTEGER NOT NULL,
  handled_by TEXT NOT NULL REFERENCES staff (id),
  result TEXT, referred_to TEXT, promised_on TEXT, replied_on TEXT, satisfied TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('received', 'handling', 'fed-back', 'archived')),
  legal_basis TEXT NOT NULL, retain_until TEXT NOT NULL, source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX visitors_arrived ON visitors (arrived_at, id) WHERE retired_at IS NULL;
CREATE INDEX visitors_on_site ON visitors (arrived_at, id) WHERE retired_at IS NULL AND left_at IS NULL;
CREATE INDEX visitors_promised ON visitors (promised_on, id) WHERE retired_at IS NULL;
CREATE INDEX visitors_owed ON visitors (promised_on, id)
  WHERE retired_at IS NULL AND promised_on IS NOT NULL AND replied_on IS NULL;
CREATE INDEX visitors_matter ON visitors (matter, id) WHERE retired_at IS NULL;
CREATE INDEX visitors_state ON visitors (state, id) WHERE retired_at IS NULL;
CREATE INDEX visitors_name ON visitors (name) WHERE retired_at IS NULL AND name IS NOT NULL;
CREATE INDEX visitors_handled ON visitors (handled_by, arrived_at) WHERE retired_at IS NULL;

CREATE TRIGGER visitors_insert AFTER INSERT ON visitors
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'visitors: write without journal line'); END;
CREATE TRIGGER visitors_update AFTER UPDATE ON visitors
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'visitors: write without journal line'); END;
CREATE TRIGGER visitors_delete BEFORE DELETE ON visitors
  BEGIN SELECT RAISE(ABORT, 'visitors: no hard delete'); END;
