import { afterAll, beforeAll, describe } from 'vitest';
import rolesSql from '#station/store/postgres/roles.sql?raw';
import { openPostgresStore } from '#station/store/postgres/store.ts';
import { startPostgres, type PostgresServer } from '#tests/support/postgres-server.ts';
import { failuresSuite } from './postgres-failures.ts';
import { rolesSuite } from './postgres-roles.ts';
import { stationSuite } from './postgres-station.ts';
import type { StoreUnderTest } from './store-kit.ts';
import { storeSuite } from './store-suite.ts';

let server: PostgresServer;
let database: string;
beforeAll(async () => {
  server = startPostgres();
  database = await server.newDatabase();
  // The owner makes the tables; whoever receives has no more rights than the role gives.
  await (await openPostgresStore(server.url(database), '519901')).close();
  await server.query(database, rolesSql);
  await server.query(
    database,
    `CREATE ROLE duty LOGIN IN ROLE lamplight_receiver; CREATE ROLE checker LOGIN IN ROLE lamplight_auditor`,
  );
});
afterAll(() => {
  server.remove();
});

async function newPostgresStore(): Promise<StoreUnderTest> {
  const url = server.url(database, 'duty');
  let store = await openPostgresStore(url, '519901');
  await empty();
  const query = (sql: string) => server.query(database, sql);
  return {
    get store() {
      return store;
    },
    reopen: async () => {
      await store.close();
      store = await openPostgresStore(url, '519901');
      return store;
    },
    query,
    breakAt: async (n) =>
      void (await query(
        `CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
           BEGIN IF NEW.n = ${n} THEN RAISE EXCEPTION 'fault'; END IF; RETURN NEW; END $$;
         CREATE TRIGGER fault BEFORE INSERT ON station.records FOR EACH ROW EXECUTE FUNCTION fault()`,
      )),
    mend: async () => void (await query('DROP TRIGGER fault ON station.records')),
    isPostgres: true,
  };
}

/** A new database for each test would cost more than the tests. The guards look away while it is emptied. */
async function empty(): Promise<void> {
  await server.query(
    database,
    `SET session_replication_role = replica;
     DO $$ DECLARE name text; BEGIN
       FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'station' AND tablename <> 'steps' LOOP
         EXECUTE format('DELETE FROM station.%I', name);
       END LOOP; END $$`,
  );
}

describe('the store in PostgreSQL, as whoever receives', () => {
  storeSuite(newPostgresStore);
});
describe('the roles of PostgreSQL', () => {
  rolesSuite(() => ({ server, database }), newPostgresStore);
});
describe('PostgreSQL in trouble', () => {
  failuresSuite(() => server, newPostgresStore);
});
describe('a station whose store is PostgreSQL', () => {
  stationSuite(() => server);
});
