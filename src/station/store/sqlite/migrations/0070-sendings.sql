-- What the station sends down: orders, texts, corrections. What became of it is read from the office's own lines.

CREATE TABLE sendings (
  office  TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('order', 'text', 'correction')),
  id      TEXT NOT NULL CHECK (length(id) = 16),
  -- JSON without a word that people wrote about anybody; those stand in `words`, and go when the office forgets.
  facts   TEXT NOT NULL,
  words   TEXT NOT NULL,
  at      TEXT NOT NULL,
  -- Taken back by the station: JSON of who, why and when.
  ended   TEXT,
  -- Of a correction: the record, the version that was read, and the leaf of the line that made it.
  ledger  TEXT,
  record  TEXT,
  v       INTEGER,
  leaf    TEXT,
  -- 0: the line that made that version is not on the way that led the office to where it is.
  stands  INTEGER NOT NULL,
  -- What a line of op C answered, and its reason.
  answer  TEXT,
  reason  TEXT NOT NULL,
  PRIMARY KEY (office, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sendings_kind ON sendings (office, kind, at, id);
CREATE INDEX sendings_about ON sendings (office, ledger, record) WHERE ledger IS NOT NULL;
-- What was sent is never something else. Its words only go, and it is taken back once.
CREATE TRIGGER sendings_no_update BEFORE UPDATE ON sendings
  WHEN NEW.office IS NOT OLD.office OR NEW.kind IS NOT OLD.kind OR NEW.id IS NOT OLD.id
    OR NEW.facts IS NOT OLD.facts OR NEW.at IS NOT OLD.at OR NEW.leaf IS NOT OLD.leaf
    OR (NEW.words IS NOT OLD.words AND NEW.words <> '') OR (NEW.ended IS NOT OLD.ended AND OLD.ended IS NOT NULL)
  BEGIN SELECT RAISE(ABORT, 'sendings: append only'); END;
CREATE TRIGGER sendings_no_delete BEFORE DELETE ON sendings
  BEGIN SELECT RAISE(ABORT, 'sendings: append only'); END;
