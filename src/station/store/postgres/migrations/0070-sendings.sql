-- What the station sends down: orders, texts, corrections. What became of it is read from the office's own lines.

CREATE TABLE station.sendings (
  office  station.words NOT NULL,
  kind    station.words NOT NULL CHECK (kind IN ('order', 'text', 'correction')),
  id      station.words NOT NULL CHECK (length(id) = 16),
  -- JSON without a word that people wrote about anybody; those stand in "words", and go when the office forgets.
  facts   station.words NOT NULL,
  words   station.words NOT NULL,
  at      station.words NOT NULL,
  -- Taken back by the station: JSON of who, why and when.
  ended   station.words,
  -- Of a correction: the record, the version that was read, and the leaf of the line that made it.
  ledger  station.words,
  record  station.words,
  v       bigint,
  leaf    station.words,
  -- false: the line that made that version is not on the way that led the office to where it is.
  stands  boolean NOT NULL,
  -- What a line of op C answered, and its reason.
  answer  station.words,
  reason  station.words NOT NULL,
  PRIMARY KEY (office, id)
);
CREATE INDEX sendings_kind ON station.sendings (office, kind, at, id);
CREATE INDEX sendings_about ON station.sendings (office, ledger, record) WHERE ledger IS NOT NULL;

-- What was sent is never something else. Its words only go, and it is taken back once.
CREATE TRIGGER sendings_append_only BEFORE UPDATE ON station.sendings FOR EACH ROW
  WHEN (NEW.office <> OLD.office OR NEW.kind <> OLD.kind OR NEW.id <> OLD.id OR NEW.facts <> OLD.facts
    OR NEW.at <> OLD.at OR NEW.leaf IS DISTINCT FROM OLD.leaf
    OR (NEW.words <> OLD.words AND NEW.words <> '')
    OR (NEW.ended IS DISTINCT FROM OLD.ended AND OLD.ended IS NOT NULL))
  EXECUTE FUNCTION station.append_only();
CREATE TRIGGER sendings_stay BEFORE DELETE OR TRUNCATE ON station.sendings
  FOR EACH STATEMENT EXECUTE FUNCTION station.append_only();
