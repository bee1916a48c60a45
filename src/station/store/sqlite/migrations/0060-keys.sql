-- What people answered for where numbers could not decide, and sticks that were lost.

CREATE TABLE admissions (
  -- Of the bundle that was sealed by a key closed before it.
  manifest_sha256 TEXT PRIMARY KEY CHECK (length(manifest_sha256) = 64),
  office          TEXT NOT NULL,
  sealed_epoch    INTEGER NOT NULL,
  seq             INTEGER NOT NULL,
  reviewer        TEXT NOT NULL,
  second          TEXT NOT NULL CHECK (second <> reviewer),
  reason          TEXT NOT NULL CHECK (reason <> ''),
  account         TEXT NOT NULL,
  at              TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER admissions_no_update BEFORE UPDATE ON admissions
  BEGIN SELECT RAISE(ABORT, 'admissions: append only'); END;
CREATE TRIGGER admissions_no_delete BEFORE DELETE ON admissions
  BEGIN SELECT RAISE(ABORT, 'admissions: append only'); END;

-- A serial as it stands on the outside. Found again, it is lost again when somebody says so.
CREATE TABLE lost_sticks (
  id      INTEGER PRIMARY KEY,
  serial  TEXT NOT NULL,
  reason  TEXT NOT NULL CHECK (reason <> ''),
  account TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT;
CREATE TRIGGER lost_sticks_no_update BEFORE UPDATE ON lost_sticks
  BEGIN SELECT RAISE(ABORT, 'lost_sticks: append only'); END;
CREATE TRIGGER lost_sticks_no_delete BEFORE DELETE ON lost_sticks
  BEGIN SELECT RAISE(ABORT, 'lost_sticks: append only'); END;
