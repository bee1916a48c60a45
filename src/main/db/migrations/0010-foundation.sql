-- The journal, the office, its people, and what the desk keeps for itself.

CREATE TABLE journal (
  epoch  INTEGER NOT NULL,
  n      INTEGER NOT NULL,
  -- Canonical JSON and LF, exactly what a bundle carries.
  line   TEXT NOT NULL,
  -- SHA-256 of the line, and the chain up to here.
  leaf   BLOB NOT NULL,
  h      BLOB NOT NULL,
  -- Copies out of the line, for the history of a record.
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  op     TEXT NOT NULL,
  PRIMARY KEY (epoch, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_record ON journal (ledger, record, n);

CREATE TRIGGER journal_dense BEFORE INSERT ON journal
  WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM journal WHERE epoch = NEW.epoch)
  BEGIN SELECT RAISE(ABORT, 'journal: not dense'); END;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
  BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
  BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

-- The last number given out in each ledger.
CREATE TABLE sequences (ledger TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE offices (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  code TEXT NOT NULL, name TEXT NOT NULL, station_name TEXT NOT NULL, language TEXT NOT NULL,
  grid_range TEXT NOT NULL, address TEXT NOT NULL, hours TEXT NOT NULL, phone TEXT NOT NULL,
  station_phone TEXT NOT NULL, leader_phone TEXT NOT NULL, supervision_phone TEXT NOT NULL,
  idle_minutes INTEGER NOT NULL, backup_folder TEXT NOT NULL
) STRICT;
CREATE TRIGGER offices_insert AFTER INSERT ON offices
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'offices: write without journal line'); END;
CREATE TRIGGER offices_update AFTER UPDATE ON offices
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'offices: write without journal line'); END;
CREATE TRIGGER offices_delete BEFORE DELETE ON offices
  BEGIN SELECT RAISE(ABORT, 'offices: no hard delete'); END;

CREATE TABLE staff (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  name TEXT NOT NULL, login TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('auxiliary', 'officer', 'administrator', 'auditor')),
  badge_no TEXT NOT NULL, phone TEXT NOT NULL
) STRICT;
CREATE TRIGGER staff_insert AFTER INSERT ON staff
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'staff: write without journal line'); END;
CREATE TRIGGER staff_update AFTER UPDATE ON staff
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'staff: write without journal line'); END;
CREATE TRIGGER staff_delete BEFORE DELETE ON staff
  BEGIN SELECT RAISE(ABORT, 'staff: no hard delete'); END;

-- Shelves: what the office keeps for its own work. No facts about people outside the office, no journal line of their own.

CREATE TABLE drafts (
  id TEXT PRIMARY KEY, staff TEXT NOT NULL, form TEXT NOT NULL,
  -- Null once a save consumed it; then record holds what came of it, so that a retry finds the first record.
  content TEXT, record TEXT, kept_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX drafts_pending ON drafts (staff, form, kept_at);

CREATE TABLE preferences (
  staff TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (staff, name)
) STRICT, WITHOUT ROWID;

-- The office's own private keys; they leave this table only to sign a bundle or to open a receipt.
CREATE TABLE office_keys (kind TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The pinned station: its keyset (canonical JSON), verified by the root whose digits were compared when first pinned.
CREATE TABLE stations (
  code TEXT PRIMARY KEY, keyset TEXT NOT NULL, version INTEGER NOT NULL, pinned_at TEXT NOT NULL, pinned_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bundles (
  epoch INTEGER NOT NULL, seq INTEGER NOT NULL,
  file TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL, manifest_sha256 TEXT NOT NULL,
  from_n INTEGER NOT NULL, to_n INTEGER NOT NULL,
  sealed_at TEXT NOT NULL, sealed_by TEXT NOT NULL, written_at TEXT,
  state TEXT NOT NULL CHECK (state IN ('sealed', 'written', 'confirmed', 'held', 'refused')),
  check_code TEXT,
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

-- Accepted receipts. confirmed: office epoch → last line the station had applied (JSON).
CREATE TABLE receipts (
  station_epoch INTEGER NOT NULL, seq INTEGER NOT NULL, station_tag TEXT NOT NULL,
  file TEXT NOT NULL, manifest_sha256 TEXT NOT NULL, read_at TEXT NOT NULL, confirmed TEXT NOT NULL,
  PRIMARY KEY (station_epoch, seq)
) STRICT, WITHOUT ROWID;
