-- The station's store in PostgreSQL, as the SQLite store has it after its step 40. Nothing here is written back to an office.
-- Text sorts by its bytes, as in SQLite and in the format: instants, numbers of records and names compare alike everywhere.

CREATE DOMAIN station.words AS text COLLATE "C";

CREATE TABLE station.station (
  one            integer PRIMARY KEY CHECK (one = 1),
  -- As in epoch.json beside the keys; a difference shows that one of the two was restored.
  epoch          bigint NOT NULL,
  tag            station.words NOT NULL,
  -- The newest keyset ever seen here: an older one would be a step back.
  keyset_version bigint NOT NULL,
  -- The latest instant the clock ever showed.
  max_seen       station.words NOT NULL
);

-- One row an office, locked while one of its bundles is applied: nobody else applies another meanwhile.
CREATE TABLE station.offices (office station.words PRIMARY KEY);

-- Where each office's log stands, one row for each incarnation of it.
CREATE TABLE station.epochs (
  office       station.words NOT NULL REFERENCES station.offices,
  epoch        bigint NOT NULL,
  base_epoch   bigint,
  base_n       bigint,
  base_chain   station.words,
  n            bigint NOT NULL,
  chain        station.words NOT NULL,
  -- Lines that arrived already forgotten; the last of them, and the last F line; 0 for none.
  forgotten    bigint NOT NULL,
  blank_n      bigint NOT NULL,
  forgetting_n bigint NOT NULL,
  PRIMARY KEY (office, epoch),
  CHECK ((base_epoch IS NULL) = (epoch = 1))
);

CREATE TABLE station.lines (
  office station.words NOT NULL,
  epoch  bigint NOT NULL,
  n      bigint NOT NULL,
  -- Exactly as it arrived, with its LF.
  line   station.words NOT NULL,
  -- The chain after it.
  h      bytea NOT NULL CHECK (length(h) = 32),
  -- As the line says; null once it is forgotten.
  op     station.words,
  ledger station.words,
  record station.words,
  PRIMARY KEY (office, epoch, n)
);
-- The lines an F line may take, and the F lines.
CREATE INDEX lines_record ON station.lines (office, record, ledger, epoch, n) WHERE op IN ('I', 'U', 'X', 'C', 'F');

-- The state of each record after the last line; it can be built again from the lines at any time.
CREATE TABLE station.records (
  office    station.words NOT NULL,
  ledger    station.words NOT NULL,
  record    station.words NOT NULL,
  v         bigint NOT NULL CHECK (v >= 1),
  live      boolean NOT NULL,
  -- The line that changed it last.
  n         bigint NOT NULL,
  fields    station.words NOT NULL,
  -- An F line has come, and nothing may follow it.
  forgotten boolean NOT NULL,
  PRIMARY KEY (office, ledger, record)
);
CREATE INDEX records_live ON station.records (office, ledger) WHERE live;

CREATE TABLE station.bundles (
  office          station.words NOT NULL,
  -- Which incarnation of the office numbered it; the lines may be the last ones of an older epoch.
  sealed_epoch    bigint NOT NULL,
  seq             bigint NOT NULL,
  epoch           bigint NOT NULL,
  from_n          bigint NOT NULL,
  to_n            bigint NOT NULL,
  manifest_sha256 station.words NOT NULL,
  -- Text and armored signature: the office's proof, readable without the file.
  manifest        station.words NOT NULL,
  signature       station.words NOT NULL,
  file_sha256     station.words NOT NULL,
  sealed_at       station.words NOT NULL,
  received_at     station.words NOT NULL,
  PRIMARY KEY (office, sealed_epoch, seq)
);
CREATE INDEX bundles_received ON station.bundles (office, received_at);

CREATE TABLE station.bundle_counts (
  office       station.words NOT NULL,
  sealed_epoch bigint NOT NULL,
  seq          bigint NOT NULL,
  ledger       station.words NOT NULL,
  made         bigint NOT NULL,
  changed      bigint NOT NULL,
  retired      bigint NOT NULL,
  live         bigint NOT NULL,
  PRIMARY KEY (office, sealed_epoch, seq, ledger),
  FOREIGN KEY (office, sealed_epoch, seq) REFERENCES station.bundles
);

-- Every file ever read, with the latest verdict on it: holds and quarantine are its dispositions.
CREATE TABLE station.files (
  sha256        station.words PRIMARY KEY,
  -- As it was called on the stick.
  name          station.words NOT NULL,
  bytes         bigint NOT NULL,
  -- Null where nothing of it could be believed.
  office        station.words,
  sealed_epoch  bigint,
  seq           bigint,
  epoch         bigint,
  from_n        bigint,
  to_n          bigint,
  disposition   station.words NOT NULL CHECK (disposition IN ('apply', 'duplicate', 'hold', 'quarantine', 'refuse')),
  code          station.words,
  detail        station.words NOT NULL,
  -- What a held file waits for, where that is known.
  missing_epoch bigint,
  missing_from  bigint,
  missing_to    bigint,
  first_at      station.words NOT NULL,
  last_at       station.words NOT NULL
);
CREATE INDEX files_standing ON station.files (disposition) WHERE disposition IN ('hold', 'quarantine', 'refuse');

-- The log of every verdict on everything that was found, bundles or not.
CREATE TABLE station.verdicts (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at          station.words NOT NULL,
  name        station.words NOT NULL,
  sha256      station.words,
  office      station.words,
  disposition station.words NOT NULL,
  code        station.words,
  detail      station.words NOT NULL
);

CREATE TABLE station.receipts (
  office          station.words NOT NULL,
  station_epoch   bigint NOT NULL,
  seq             bigint NOT NULL,
  manifest_sha256 station.words NOT NULL,
  file            station.words NOT NULL,
  made_at         station.words NOT NULL,
  PRIMARY KEY (office, station_epoch, seq)
);

-- What the station answers to records of an office.
CREATE TABLE station.decisions (
  office   station.words NOT NULL,
  ledger   station.words NOT NULL,
  record   station.words NOT NULL,
  -- The version that was read, and the leaf of the line that made it.
  v        bigint NOT NULL CHECK (v >= 1),
  leaf     station.words NOT NULL CHECK (length(leaf) = 64),
  answer   station.words NOT NULL CHECK (answer IN ('approve', 'deny', 'unsealed')),
  reviewer station.words NOT NULL,
  second   station.words,
  reason   station.words NOT NULL,
  at       station.words NOT NULL,
  -- The line of the office that shows it as taken or overtaken; null: the next receipt carries it.
  settled  bigint,
  PRIMARY KEY (office, ledger, record, v, at)
);
CREATE INDEX decisions_open ON station.decisions (office) WHERE settled IS NULL;

-- One line for each record whose person was shown, by which verb, under which account of this computer.
CREATE TABLE station.looks (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       station.words NOT NULL,
  verb     station.words NOT NULL,
  office   station.words NOT NULL,
  ledger   station.words NOT NULL,
  record   station.words NOT NULL,
  account  station.words NOT NULL,
  -- As given; '' where the verb asks for none.
  reviewer station.words NOT NULL,
  reason   station.words NOT NULL
);

-- Guards against mistakes of ours, also for the owner of the database. Who may do what at all: the roles.

CREATE FUNCTION station.append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: append only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER bundles_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON station.bundles
  FOR EACH STATEMENT EXECUTE FUNCTION station.append_only();
CREATE TRIGGER verdicts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON station.verdicts
  FOR EACH STATEMENT EXECUTE FUNCTION station.append_only();
CREATE TRIGGER receipts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON station.receipts
  FOR EACH STATEMENT EXECUTE FUNCTION station.append_only();
CREATE TRIGGER looks_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON station.looks
  FOR EACH STATEMENT EXECUTE FUNCTION station.append_only();
CREATE TRIGGER lines_stay BEFORE DELETE OR TRUNCATE ON station.lines
  FOR EACH STATEMENT EXECUTE FUNCTION station.append_only();
CREATE TRIGGER decisions_stay BEFORE DELETE OR TRUNCATE ON station.decisions
  FOR EACH STATEMENT EXECUTE FUNCTION station.append_only();

-- Asked once a statement: what came is one range that begins behind what was held.
CREATE FUNCTION station.lines_dense() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (
      SELECT office, epoch, min(n) AS first, max(n) AS last, count(*) AS came FROM arrived GROUP BY office, epoch
    ) AS a
    WHERE a.last - a.first + 1 <> a.came OR a.first < 1 OR (a.first > 1 AND NOT EXISTS (
      SELECT 1 FROM station.lines AS l WHERE l.office = a.office AND l.epoch = a.epoch AND l.n = a.first - 1))
  ) THEN
    RAISE EXCEPTION 'lines: not dense';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER lines_dense AFTER INSERT ON station.lines REFERENCING NEW TABLE AS arrived
  FOR EACH STATEMENT EXECUTE FUNCTION station.lines_dense();

-- A line as an F line leaves it.
CREATE FUNCTION station.forgotten_form(n bigint, line text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT '{"n":' || n || ',"leaf":"' || encode(sha256(convert_to(line, 'UTF8')), 'hex') || '"}' || chr(10)
$$;

-- A line changes once: into its forgotten form, after an F line of its record.
CREATE FUNCTION station.lines_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.office IS DISTINCT FROM OLD.office OR NEW.epoch IS DISTINCT FROM OLD.epoch OR NEW.n IS DISTINCT FROM OLD.n
    OR NEW.h IS DISTINCT FROM OLD.h OR coalesce(OLD.op, '') NOT IN ('I', 'U', 'X', 'C')
    OR NEW.op IS NOT NULL OR NEW.ledger IS NOT NULL OR NEW.record IS NOT NULL
    OR NEW.line IS DISTINCT FROM station.forgotten_form(OLD.n, OLD.line)
    OR NOT EXISTS (
      SELECT 1 FROM station.lines AS f
       WHERE f.office = OLD.office AND f.record = OLD.record AND f.ledger = OLD.ledger
         AND f.op IN ('I', 'U', 'X', 'C', 'F') AND f.op = 'F' AND (f.epoch, f.n) > (OLD.epoch, OLD.n))
  THEN
    RAISE EXCEPTION 'lines: append only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lines_forget BEFORE UPDATE ON station.lines FOR EACH ROW EXECUTE FUNCTION station.lines_forget();

-- An answer is never another one. It is settled, and its words go when the office forgets the record.
CREATE FUNCTION station.decisions_settle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.office, NEW.ledger, NEW.record, NEW.v, NEW.leaf, NEW.answer, NEW.reviewer, NEW.at)
      IS DISTINCT FROM (OLD.office, OLD.ledger, OLD.record, OLD.v, OLD.leaf, OLD.answer, OLD.reviewer, OLD.at)
    OR NEW.second IS DISTINCT FROM OLD.second OR (NEW.reason <> OLD.reason AND NEW.reason <> '')
  THEN
    RAISE EXCEPTION 'decisions: append only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decisions_settle BEFORE UPDATE ON station.decisions
  FOR EACH ROW EXECUTE FUNCTION station.decisions_settle();

-- The one thing that is ever taken away, and only to be built again from the lines at once: the receiver has no DELETE.
CREATE FUNCTION station.restart_records(which text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM station.records WHERE office = which
$$;
REVOKE ALL ON FUNCTION station.restart_records(text) FROM PUBLIC;
