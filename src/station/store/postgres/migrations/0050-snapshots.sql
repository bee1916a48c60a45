-- Snapshots of offices as they were held against the records here. The lines stay what counts.
CREATE TABLE station.snapshots (
  office          station.words NOT NULL,
  -- The line after which it stands.
  epoch           bigint NOT NULL,
  n               bigint NOT NULL,
  manifest_sha256 station.words NOT NULL,
  file_sha256     station.words NOT NULL,
  -- Live records in it.
  rows            bigint NOT NULL,
  verdict         station.words NOT NULL CHECK (verdict IN ('same', 'differs', 'unknown')),
  -- The first record that differs, by ledger, number and field.
  detail          station.words NOT NULL,
  compared_at     station.words NOT NULL,
  PRIMARY KEY (office, manifest_sha256)
);
CREATE INDEX snapshots_compared ON station.snapshots (office, compared_at);
