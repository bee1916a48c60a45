-- Who may do what in the station's database. Run it as the owner of the database, in that database, after the first
-- `keygen --store` or the first run with a newer version; running it again changes nothing.
--
--   lamplight_receiver   receives: adds, and changes what the tables' guards let change. Deletes nothing.
--   lamplight_auditor    reads what `extract` shows, by the views of the schema audit. No table, no write.
--
-- Both are groups without a login. Somebody's own account joins one of them:
--   CREATE ROLE duty LOGIN IN ROLE lamplight_receiver;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lamplight_receiver') THEN CREATE ROLE lamplight_receiver NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lamplight_auditor') THEN CREATE ROLE lamplight_auditor NOLOGIN; END IF;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO lamplight_receiver', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO lamplight_auditor', current_database());
END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

GRANT USAGE ON SCHEMA station, audit TO lamplight_receiver;
GRANT SELECT ON ALL TABLES IN SCHEMA station, audit TO lamplight_receiver;
GRANT INSERT ON ALL TABLES IN SCHEMA station TO lamplight_receiver;
REVOKE INSERT ON station.steps FROM lamplight_receiver;
GRANT UPDATE ON station.station, station.offices, station.records, station.files, station.snapshots TO lamplight_receiver;
GRANT UPDATE (n, chain, forgotten, blank_n, forgetting_n) ON station.epochs TO lamplight_receiver;
-- Into its forgotten form, and no other: lines_forget.
GRANT UPDATE (line, op, ledger, record) ON station.lines TO lamplight_receiver;
GRANT UPDATE (settled, reason) ON station.decisions TO lamplight_receiver;
GRANT UPDATE (words, ended, v, stands, answer, reason) ON station.sendings TO lamplight_receiver;
GRANT EXECUTE ON FUNCTION station.restart_records(text) TO lamplight_receiver;

GRANT USAGE ON SCHEMA audit TO lamplight_auditor;
GRANT SELECT ON audit.bundles, audit.lines, audit.records TO lamplight_auditor;
