-- What people answered for where numbers could not decide, and sticks that were lost.

CREATE TABLE station.admissions (
  -- Of the bundle that was sealed by a key closed before it.
  manifest_sha256 station.words PRIMARY KEY CHECK (length(manifest_sha256) = 64),
  office          station.words NOT NULL,
  sealed_epoch    bigint NOT NULL,
  seq             bigint NOT NULL,
  reviewer        station.words NOT NULL,
  second          station.words NOT NULL CHECK (second <> reviewer),
  reason          station.words NOT NULL CHECK (reason <> ''),
  account         station.words NOT NULL,
  at              station.words NOT NULL
);
CREATE TRIGGER admissions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON station.admissions
  FOR EACH STATEMENT EXECUTE FUNCTION station.append_only();

-- A serial as it stands on the outside. Found again, it is lost again when somebody says so.
CREATE TABLE station.lost_sticks (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  serial  station.words NOT NULL,
  reason  station.words NOT NULL CHECK (reason <> ''),
  account station.words NOT NULL,
  at      station.words NOT NULL
);
CREATE TRIGGER lost_sticks_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON station.lost_sticks
  FOR EACH STATEMENT EXECUTE FUNCTION station.append_only();
