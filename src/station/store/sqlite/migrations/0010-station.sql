-- What the station received, from whom, and what it answered. Nothing here is ever written back to an office.

CREATE TABLE station (
  one            INTEGER PRIMARY KEY CHECK (one = 1),
  -- As in epoch.json beside the keys; a difference shows that one of the two was restored.
  epoch          INTEGER NOT NULL,
  tag            TEXT NOT NULL,
  -- The newest keyset ever seen here: an older one would be a step back.
  keyset_version INTEGER NOT NULL,
  -- The latest instant the clock ever showed.
  max_seen       TEXT NOT NULL
) STRICT;

-- Where each office's log stands, one row for each incarnation of it.
CREATE TABLE epochs (
  office     TEXT NOT NULL,
  epoch      INTEGER NOT NULL,
  base_epoch INTEGER, base_n INTEGER, base_chain TEXT,
  n          INTEGER NOT NULL,
  chain      TEXT NOT NULL,
  -- Lines that arrived already forgotten: what they changed is not known here.
  forgotten  INTEGER NOT NULL,
  PRIMARY KEY (office, epoch),
  CHECK ((base_epoch IS NULL) = (epoch = 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE lines (
  office TEXT NOT NULL,
  epoch  INTEGER NOT NULL,
  n      INTEGER NOT NULL,
  -- Exactly as it arrived, with its LF.
  line   TEXT NOT NULL,
  -- The chain after it.
  h      BLOB NOT NULL CHECK (length(h) = 32),
  PRIMARY KEY (office, epoch, n)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER lines_dense BEFORE INSERT ON lines
  WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM lines WHERE office = NEW.office AND epoch = NEW.epoch)
  BEGIN SELECT RAISE(ABORT, 'lines: not dense'); END;
CREATE TRIGGER lines_no_update BEFORE UPDATE ON lines
  BEGIN SELECT RAISE(ABORT, 'lines: append only'); END;
CREATE TRIGGER lines_no_delete BEFORE DELETE ON lines
  BEGIN SELECT RAISE(ABORT, 'lines: append only'); END;

-- The state of each record after the last line; it can be built again from the lines at any time.
CREATE TABLE records (
  office TEXT NOT NULL,
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  v      INTEGER NOT NULL CHECK (v >= 1),
  live   INTEGER NOT NULL CHECK (live IN (0, 1)),
  -- The line that changed it last.
  n      INTEGER NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  PRIMARY KEY (office, ledger, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX records_live ON records (office, ledger) WHERE live = 1;

CREATE TABLE bundles (
  office          TEXT NOT NULL,
  -- Which incarnation of the office numbered it; the lines may be the last ones of an older epoch.
  sealed_epoch    INTEGER NOT NULL,
  seq             INTEGER NOT NULL,
  epoch           INTEGER NOT NULL,
  from_n          INTEGER NOT NULL,
  to_n            INTEGER NOT NULL,
  manifest_sha256 TEXT NOT NULL,
  -- Text and armored signature: the office's proof, readable without the file.
  manifest        TEXT NOT NULL,
  signature       TEXT NOT NULL,
  file_sha256     TEXT NOT NULL,
  sealed_at       TEXT NOT NULL,
  received_at     TEXT NOT NULL,
  PRIMARY KEY (office, sealed_epoch, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX bundles_received ON bundles (office, received_at);
CREATE TRIGGER bundles_no_update BEFORE UPDATE ON bundles
  BEGIN SELECT RAISE(ABORT, 'bundles: append only'); END;
CREATE TRIGGER bundles_no_delete BEFORE DELETE ON bundles
  BEGIN SELECT RAISE(ABORT, 'bundles: append only'); END;

CREATE TABLE bundle_counts (
  office TEXT NOT NULL, sealed_epoch INTEGER NOT NULL, seq INTEGER NOT NULL,
  ledger TEXT NOT NULL,
  made INTEGER NOT NULL, changed INTEGER NOT NULL, retired INTEGER NOT NULL, live INTEGER NOT NULL,
  PRIMARY KEY (office, sealed_epoch, seq, ledger),
  FOREIGN KEY (office, sealed_epoch, seq) REFERENCES bundles (office, sealed_epoch, seq)
) STRICT, WITHOUT ROWID;

-- Every file ever read, with the latest verdict on it: holds and quarantine are its dispositions.
CREATE TABLE files (
  sha256      TEXT PRIMARY KEY,
  -- As it was called on the stick.
  name        TEXT NOT NULL,
  bytes       INTEGER NOT NULL,
  -- Null where nothing of it could be believed.
  office      TEXT, sealed_epoch INTEGER, seq INTEGER, epoch INTEGER, from_n INTEGER, to_n INTEGER,
  disposition TEXT NOT NULL CHECK (disposition IN ('apply', 'duplicate', 'hold', 'quarantine', 'refuse')),
  code        TEXT,
  detail      TEXT NOT NULL,
  -- What a held file waits for, where that is known.
  missing_epoch INTEGER, missing_from INTEGER, missing_to INTEGER,
  first_at    TEXT NOT NULL,
  last_at     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX files_standing ON files (disposition) WHERE disposition IN ('hold', 'quarantine', 'refuse');

-- The log of every verdict on everything that was found, bundles or not.
CREATE TABLE verdicts (
  id          INTEGER PRIMARY KEY,
  at          TEXT NOT NULL,
  name        TEXT NOT NULL,
  sha256      TEXT,
  office      TEXT,
  disposition TEXT NOT NULL,
  code        TEXT,
  detail      TEXT NOT NULL
) STRICT;
CREATE TRIGGER verdicts_no_update BEFORE UPDATE ON verdicts
  BEGIN SELECT RAISE(ABORT, 'verdicts: append only'); END;
CREATE TRIGGER verdicts_no_delete BEFORE DELETE ON verdicts
  BEGIN SELECT RAISE(ABORT, 'verdicts: append only'); END;

CREATE TABLE receipts (
  office          TEXT NOT NULL,
  station_epoch   INTEGER NOT NULL,
  seq             INTEGER NOT NULL,
  manifest_sha256 TEXT NOT NULL,
  file            TEXT NOT NULL,
  made_at         TEXT NOT NULL,
  PRIMARY KEY (office, station_epoch, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER receipts_no_update BEFORE UPDATE ON receipts
  BEGIN SELECT RAISE(ABORT, 'receipts: append only'); END;
CREATE TRIGGER receipts_no_delete BEFORE DELETE ON receipts
  BEGIN SELECT RAISE(ABORT, 'receipts: append only'); END;
