-- Incarnations of the journal (docs/format/bundle-v1.md, "Epochs"): a restore begins the next one on a known point of an older.
CREATE TABLE epochs (
  epoch INTEGER PRIMARY KEY,
  -- The restored point; empty in epoch 1 and only there.
  base_epoch INTEGER, base_n INTEGER, base_chain BLOB,
  CHECK ((epoch = 1) = (base_epoch IS NULL)),
  CHECK ((base_epoch IS NULL) = (base_n IS NULL) AND (base_epoch IS NULL) = (base_chain IS NULL)),
  CHECK (base_epoch < epoch AND length(base_chain) = 32)
) STRICT;
INSERT INTO epochs VALUES (1, NULL, NULL, NULL);

CREATE TRIGGER epochs_upwards BEFORE INSERT ON epochs WHEN NEW.epoch <= (SELECT max(epoch) FROM epochs)
  BEGIN SELECT RAISE(ABORT, 'epochs: not upwards'); END;
CREATE TRIGGER epochs_no_update BEFORE UPDATE ON epochs BEGIN SELECT RAISE(ABORT, 'epochs: append only'); END;
CREATE TRIGGER epochs_no_delete BEFORE DELETE ON epochs BEGIN SELECT RAISE(ABORT, 'epochs: append only'); END;

-- A closed epoch gets no line any more.
CREATE TRIGGER journal_epoch BEFORE INSERT ON journal WHEN NEW.epoch IS NOT (SELECT max(epoch) FROM epochs)
  BEGIN SELECT RAISE(ABORT, 'journal: not the present epoch'); END;

-- Bundles are numbered in the epoch in which they were sealed, whosever lines they carry.
CREATE TABLE bundles_by_seal (
  sealed_epoch INTEGER NOT NULL, seq INTEGER NOT NULL, epoch INTEGER NOT NULL,
  file TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL, manifest_sha256 TEXT NOT NULL,
  from_n INTEGER NOT NULL, to_n INTEGER NOT NULL,
  sealed_at TEXT NOT NULL, sealed_by TEXT NOT NULL, written_at TEXT,
  state TEXT NOT NULL CHECK (state IN ('sealed', 'written', 'confirmed', 'held', 'refused')),
  check_code TEXT,
  PRIMARY KEY (sealed_epoch, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO bundles_by_seal
  SELECT epoch, seq, epoch, file, bytes, manifest_sha256, from_n, to_n, sealed_at, sealed_by, written_at, state, check_code
    FROM bundles;
DROP TABLE bundles;
ALTER TABLE bundles_by_seal RENAME TO bundles;

-- Whose lines an import wrote.
ALTER TABLE import_batches ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;
