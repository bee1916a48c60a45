/** A server that is down, refuses, lies about its disk or belongs to somebody else: said in words, and nothing is written. */
import { expect, test } from 'vitest';
import { openPostgresStore } from '#station/store/postgres/store.ts';
import { stationAt, tempFolder } from '#tests/station/station-kit.ts';
import type { PostgresServer } from '#tests/support/postgres-server.ts';
import { checksumOf, contentOf, NOW, opened, storeOffice, take, type StoreUnderTest } from './store-kit.ts';

export function failuresSuite(server: () => PostgresServer, open: () => Promise<StoreUnderTest>): void {
  const wordOf = (url: string, station = '519901') =>
    openPostgresStore(url, station).then(
      async (store) => {
        await store.close();
        return 'opened';
      },
      (error: unknown) => (error as { word?: string }).word ?? String(error),
    );

  test('no server, no database, no such account: each has its word', async () => {
    expect(await wordOf(`postgres://postgres@/x?host=${tempFolder()}`)).toBe('store-unreachable');
    expect(await wordOf('postgres://postgres@localhost:9/x')).toBe('store-unreachable');
    expect(await wordOf(server().url('nowhere'))).toBe('store-unfit');
    expect(await wordOf(server().url('postgres', 'nobody'))).toBe('store-forbidden');
  });

  test('an account that may not make the tables is told so, and makes none', async () => {
    const database = await server().newDatabase();
    expect(await wordOf(server().url(database, 'duty'))).toBe('store-forbidden');
    expect(await server().query(database, `SELECT to_regnamespace('station') AS found`)).toEqual([
      { found: null },
    ]);
  });

  test('a database that does not wait for its disk is not used', async () => {
    const database = await server().newDatabase();
    for (const value of ['off', 'local', 'remote_write']) {
      await server().query('postgres', `ALTER DATABASE ${database} SET synchronous_commit = ${value}`);
      expect(await wordOf(server().url(database)), value).toBe('store-unsafe');
    }
    await server().query('postgres', `ALTER DATABASE ${database} RESET synchronous_commit`);
    expect(await wordOf(server().url(database))).toBe('opened');
    await server().query(database, 'INSERT INTO station.steps (version) VALUES (9000)');
    expect(await wordOf(server().url(database))).toBe('newer-version');
    await server().query(
      database,
      `DELETE FROM station.steps WHERE version = 9000; INSERT INTO station.offices VALUES ('519902-01')`,
    );
    expect(await wordOf(server().url(database))).toBe('store-taken');
  });

  test('one tool at a time: the other is told that it is busy, until the first lets go', async () => {
    const under = await open();
    const database = await under.query('SELECT current_database() AS name');
    const same = server().url(String(database[0]?.['name']), 'duty');
    expect(await wordOf(same)).toBe('busy');
    await under.store.close();
    expect(await wordOf(same)).toBe('opened');
  });

  test('a connection that breaks while a bundle is taken leaves nothing of it', async () => {
    const under = await open();
    const office = storeOffice();
    office.visitors(4500);
    const bundle = await opened((await office.seal(tempFolder(), 1)).path);
    const before = checksumOf(await contentOf(under));
    const broken = {
      ...bundle,
      async *lines() {
        for await (const line of bundle.lines()) {
          if (line.n === 4000)
            await under.query(
              `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'duty'`,
            );
          yield line;
        }
      },
    };
    await expect(under.store.apply(broken, 1, NOW)).rejects.toMatchObject({ word: 'store-unreachable' });
    expect(checksumOf(await contentOf(under))).toBe(before);
    const again = await under.reopen();
    expect(await take(again, bundle)).toBe('applied');
    await again.close();
  });

  test('a full disk is a full disk, also where the server has it', async () => {
    const under = await open();
    await under.query(
      `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = '53100'; END $$;
       CREATE TRIGGER full_disk BEFORE INSERT ON station.receipts EXECUTE FUNCTION full_disk()`,
    );
    const receipt = { stationEpoch: 1, seq: 1, manifestSha256: 'a'.repeat(64), file: 'x' };
    await expect(under.store.addReceipt('519901-07', receipt, NOW)).rejects.toMatchObject({
      word: 'disk-full',
    });
    await under.query('DROP TRIGGER full_disk ON station.receipts');
    await under.store.close();
  });

  test('an address with a password, of another program, or of a server in the open is not used', async () => {
    const home = `${tempFolder()}/home`;
    for (const url of [
      'postgres://duty:secret@localhost/station',
      'postgres://duty@localhost/station?password=secret',
      'mysql://localhost/station',
      'postgres://duty@10.0.0.5/station',
      'postgres://duty@10.0.0.5/station?sslmode=require',
    ]) {
      const ran = await stationAt(home).run('keygen', '--code', '519901', '--name', '所', '--store', url);
      expect([ran.exit, ran.answer.code], url).toEqual([2, 'usage']);
    }
  });
}
