-- Snapshots the office sealed (docs/format/bundle-v1.md, "Snapshot"): after which line, and what became of the file.
CREATE TABLE snapshots (
  epoch INTEGER NOT NULL, n INTEGER NOT NULL,
  file TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL,
  -- Live records in it.
  rows INTEGER NOT NULL,
  sealed_at TEXT NOT NULL, sealed_by TEXT NOT NULL, written_at TEXT,
  state TEXT NOT NULL CHECK (state IN ('sealed', 'written', 'confirmed', 'held', 'refused')),
  check_code TEXT,
  PRIMARY KEY (epoch, n)
) STRICT, WITHOUT ROWID;
