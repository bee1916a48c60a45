-- 派单, 阅知, 更正建议: what the station sends down to be done, to be read, to be decided.

CREATE TABLE orders (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  sent_id TEXT NOT NULL, number TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, due_on TEXT NOT NULL,
  sender TEXT NOT NULL, sent_on TEXT NOT NULL, state TEXT NOT NULL,
  acknowledged_by TEXT, acknowledged_on TEXT, done_by TEXT, done_on TEXT, feedback TEXT NOT NULL,
  withdrawn_on TEXT, retain_until TEXT, source TEXT NOT NULL, synthetic INTEGER NOT NULL,
  -- Nothing is done without a sentence; a forgotten one is no record any more.
  CHECK (state <> 'done' OR feedback <> '' OR retired_at IS NOT NULL)
) STRICT;
-- Whatever comes twice is here once.
CREATE UNIQUE INDEX orders_sent ON orders (sent_id);
CREATE INDEX orders_due ON orders (state, due_on, id) WHERE retired_at IS NULL;
CREATE INDEX orders_retained ON orders (retain_until, id) WHERE retain_until <> '';
-- Before, not after: a row that comes past the journal is refused for that, and not for being here already.
CREATE TRIGGER orders_insert BEFORE INSERT ON orders
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'orders: write without journal line'); END;
CREATE TRIGGER orders_update AFTER UPDATE ON orders
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'orders: write without journal line'); END;
CREATE TRIGGER orders_delete BEFORE DELETE ON orders
  BEGIN SELECT RAISE(ABORT, 'orders: no hard delete'); END;

CREATE TABLE notices (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  code TEXT NOT NULL, version INTEGER NOT NULL, sent_id TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
  until TEXT, sender TEXT NOT NULL, sent_at TEXT NOT NULL, refused INTEGER NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX notices_code ON notices (code);
CREATE TRIGGER notices_insert BEFORE INSERT ON notices
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'notices: write without journal line'); END;
CREATE TRIGGER notices_update AFTER UPDATE ON notices
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'notices: write without journal line'); END;
CREATE TRIGGER notices_delete BEFORE DELETE ON notices
  BEGIN SELECT RAISE(ABORT, 'notices: no hard delete'); END;

-- What the station proposes and nobody has answered yet. It is no record: an answer is a line of the record it is about.
CREATE TABLE proposals (
  id TEXT PRIMARY KEY,
  ledger TEXT NOT NULL, record TEXT NOT NULL, base INTEGER NOT NULL, fields TEXT NOT NULL,
  reason TEXT NOT NULL, officer TEXT NOT NULL, received_on TEXT NOT NULL
) STRICT;
CREATE INDEX proposals_record ON proposals (ledger, record);
-- What is proposed for a record goes with it, whichever way it leaves: nothing of it stays behind.
CREATE TRIGGER proposals_gone AFTER INSERT ON journal WHEN NEW.op IN ('F', 'X')
  BEGIN DELETE FROM proposals WHERE ledger = NEW.ledger AND record = NEW.record; END;
