/** What each role of the database may do, tried as that role. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SHOWN_FIELDS } from '#station/extracting/shown-fields.ts';
import rolesSql from '#station/store/postgres/roles.sql?raw';
import { tempFolder } from '#tests/station/station-kit.ts';
import type { PostgresServer } from '#tests/support/postgres-server.ts';
import { opened, storeOffice, take, type StoreUnderTest } from './store-kit.ts';

export function rolesSuite(
  at: () => { readonly server: PostgresServer; readonly database: string },
  open: () => Promise<StoreUnderTest>,
): void {
  let under: StoreUnderTest;
  const as = (role: string, sql: string) => at().server.query(at().database, sql, role);
  const tables = async () =>
    (await as('postgres', `SELECT tablename FROM pg_tables WHERE schemaname = 'station' ORDER BY 1`)).map(
      ({ tablename }) => `station.${String(tablename)}`,
    );
  beforeEach(async () => {
    under = await open();
    const office = storeOffice();
    office.visitors(3);
    await take(under.store, await opened((await office.seal(tempFolder(), 1)).path));
  });
  afterEach(async () => {
    await under.store.close();
  });

  test('whoever receives deletes nothing, and rewrites nothing that was written', async () => {
    const all = await tables();
    expect(all.length).toBeGreaterThan(10);
    for (const table of all) {
      await expect(as('duty', `DELETE FROM ${table}`), table).rejects.toThrow('permission denied');
      await expect(as('duty', `TRUNCATE ${table}`), table).rejects.toThrow('permission denied');
    }
    for (const table of ['bundles', 'bundle_counts', 'verdicts', 'receipts', 'looks', 'steps'])
      await expect(as('duty', `UPDATE station.${table} SET ctid = ctid`), table).rejects.toThrow(
        /permission denied|system column/,
      );
    for (const sql of [
      `UPDATE station.bundles SET manifest = ''`,
      `UPDATE station.looks SET reason = ''`,
      `UPDATE station.lines SET h = h`,
      `DROP TABLE station.lines`,
      `CREATE TABLE station.mine (a integer)`,
      `ALTER TABLE station.lines DISABLE TRIGGER ALL`,
      `INSERT INTO station.steps (version) VALUES (9000)`,
    ])
      await expect(as('duty', sql), sql).rejects.toThrow(/permission denied|must be owner/);
    await expect(as('duty', `UPDATE station.lines SET line = 'x'`)).rejects.toThrow('append only');
  });

  test('whoever audits reads the three views and nothing else', async () => {
    expect(await as('checker', 'SELECT seq FROM audit.bundles')).toHaveLength(1);
    expect(await as('checker', 'SELECT n, chain FROM audit.lines')).toHaveLength(3);
    expect(await as('checker', 'SELECT record, fields FROM audit.records')).toHaveLength(3);
    for (const view of ['lines', 'records'])
      expect(JSON.stringify(await as('checker', `SELECT * FROM audit.${view}`))).not.toContain('访客');
    for (const table of [...(await tables()), 'audit.shown'])
      await expect(as('checker', `SELECT * FROM ${table}`), table).rejects.toThrow('permission denied');
    for (const sql of [
      'DELETE FROM audit.bundles',
      'UPDATE audit.bundles SET seq = 9',
      `INSERT INTO audit.shown VALUES ('residents', '{name}')`,
      `SELECT station.restart_records('519901-07')`,
      'CREATE TABLE public.mine (a integer)',
      'CREATE TEMPORARY TABLE mine (a integer)',
      'SELECT * FROM station.looks',
    ])
      await expect(as('checker', sql), sql).rejects.toThrow('permission denied');
  });

  test('run a second time, the SQL of the roles changes nothing', async () => {
    const rights = `SELECT oid::regclass::text AS name, relacl::text FROM pg_class
      WHERE relnamespace IN ('station'::regnamespace, 'audit'::regnamespace) ORDER BY 1`;
    const before = await as('postgres', rights);
    await as('postgres', rolesSql);
    expect(await as('postgres', rights)).toEqual(before);
  });

  test('the database shows the fields that the tool shows', async () => {
    const rows = await as('postgres', 'SELECT ledger, fields FROM audit.shown');
    expect(Object.fromEntries(rows.map(({ ledger, fields }) => [ledger, fields]))).toEqual(SHOWN_FIELDS);
  });
}
