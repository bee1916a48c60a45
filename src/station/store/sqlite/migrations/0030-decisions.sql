-- What the station answers to records of an office, and who looked at the people in them.

CREATE TABLE decisions (
  office   TEXT NOT NULL,
  ledger   TEXT NOT NULL,
  record   TEXT NOT NULL,
  -- The version that was read, and the leaf of the line that made it.
  v        INTEGER NOT NULL CHECK (v >= 1),
  leaf     TEXT NOT NULL CHECK (length(leaf) = 64),
  answer   TEXT NOT NULL CHECK (answer IN ('approve', 'deny', 'unsealed')),
  reviewer TEXT NOT NULL,
  second   TEXT,
  reason   TEXT NOT NULL,
  at       TEXT NOT NULL,
  -- The line of the office that shows it as taken or overtaken; null: the next receipt carries it.
  settled  INTEGER,
  PRIMARY KEY (office, ledger, record, v, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_open ON decisions (office) WHERE settled IS NULL;
-- An answer is never another one. It is settled, and its words go when the office forgets the record.
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions
  WHEN NEW.office IS NOT OLD.office OR NEW.ledger IS NOT OLD.ledger OR NEW.record IS NOT OLD.record
    OR NEW.v IS NOT OLD.v OR NEW.leaf IS NOT OLD.leaf OR NEW.answer IS NOT OLD.answer
    OR NEW.reviewer IS NOT OLD.reviewer OR NEW.second IS NOT OLD.second OR NEW.at IS NOT OLD.at
    OR (NEW.reason IS NOT OLD.reason AND NEW.reason <> '')
  BEGIN SELECT RAISE(ABORT, 'decisions: append only'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions
  BEGIN SELECT RAISE(ABORT, 'decisions: append only'); END;

-- One line for each record whose person was shown, by which verb, under which account of this computer.
CREATE TABLE looks (
  id       INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,
  verb     TEXT NOT NULL,
  office   TEXT NOT NULL,
  ledger   TEXT NOT NULL,
  record   TEXT NOT NULL,
  account  TEXT NOT NULL,
  -- As given; '' where the verb asks for none.
  reviewer TEXT NOT NULL,
  reason   TEXT NOT NULL
) STRICT;
CREATE TRIGGER looks_no_update BEFORE UPDATE ON looks
  BEGIN SELECT RAISE(ABORT, 'looks: append only'); END;
CREATE TRIGGER looks_no_delete BEFORE DELETE ON looks
  BEGIN SELECT RAISE(ABORT, 'looks: append only'); END;
