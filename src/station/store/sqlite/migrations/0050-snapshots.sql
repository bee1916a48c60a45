-- Snapshots of offices as they were held against the records here. The lines stay what counts.
CREATE TABLE snapshots (
  office          TEXT NOT NULL,
  -- The line after which it stands.
  epoch           INTEGER NOT NULL,
  n               INTEGER NOT NULL,
  manifest_sha256 TEXT NOT NULL,
  file_sha256     TEXT NOT NULL,
  -- Live records in it.
  rows            INTEGER NOT NULL,
  verdict         TEXT NOT NULL CHECK (verdict IN ('same', 'differs', 'unknown')),
  -- The first record that differs, by ledger, number and field.
  detail          TEXT NOT NULL,
  compared_at     TEXT NOT NULL,
  PRIMARY KEY (office, manifest_sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX snapshots_compared ON snapshots (office, compared_at);
