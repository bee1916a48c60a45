/** The station's command line with its store in PostgreSQL, and the same weeks in both stores. */
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { receiveWeeks } from './weeks.ts';
import { runLanes } from '#station/receiving/lanes.ts';
import { enrol, newOffice } from '#tests/station/office-kit.ts';
import { newStick, stationAt, tempFolder } from '#tests/station/station-kit.ts';
import { carryAway, loseKeys, recover } from '#tests/station/keys/recovery-kit.ts';
import type { PostgresServer } from '#tests/support/postgres-server.ts';

export function stationSuite(server: () => PostgresServer): void {
  test('remembers its store: keygen names it once, every verb finds it', async () => {
    const database = await server().newDatabase();
    const url = server().url(database);
    const station = stationAt(join(tempFolder(), 'home'));
    await station.done('keygen', '--code', '519901', '--name', '青禾镇派出所', '--store', url);
    expect(readFileSync(join(station.home, 'store.url'), 'utf8')).toBe(`${url}\n`);
    const office = await newOffice(station);
    await enrol(station, office);
    office.write({ d: { name: '=cmd|calc', matter: '=1+1', state: 'archived' } });
    office.visitors(2);
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    expect((await station.done('receive', '--from', stick.root)).files).toMatchObject([
      { disposition: 'apply' },
    ]);
    expect((await station.done('receive', '--from', stick.root)).files).toMatchObject([{ check: 'I502' }]);
    expect((await station.done('report')).offices).toMatchObject([
      { live: { visitors: 3 }, applied: [{ n: 3 }] },
    ]);
    expect(existsSync(join(station.home, 'station.db'))).toBe(false);
    expect(readdirSync(stick.toOffice)).toHaveLength(2);

    const out = join(tempFolder(), 'lines.csv');
    const taken = ['extract', '--what', 'records', '--format', 'csv', '--out', out];
    expect(await station.done(...taken)).toMatchObject({ rows: 3 });
    const csv = readFileSync(out, 'utf8');
    expect(csv.split('\r\n')[0]).toBe('\uFEFFoffice,ledger,record,v,state,n,fields');
    expect(csv).not.toMatch(/calc|访客/);
    expect((await station.run(...taken)).answer).toMatchObject({ ok: false, check: 'E903' });
    expect(await server().query(database, 'SELECT verb, office, record, account FROM station.looks')).toEqual(
      [
        { verb: 'extract', office: '519901-07', record: 'records', account: 'duty' },
        { verb: 'extract', office: '519901-07', record: 'records', account: 'duty' },
      ],
    );

    const other = stationAt(join(tempFolder(), 'home'));
    const second = await other.run('keygen', '--code', '519901', '--name', '另一所', '--store', url);
    expect(second).toMatchObject({ exit: 3, answer: { code: 'store-taken' } });
    expect(existsSync(other.home)).toBe(false);
  });

  test('stays as it is when the key file is lost: nothing is received twice, and the office is answered anew', async () => {
    const url = server().url(await server().newDatabase());
    const station = stationAt(join(tempFolder(), 'home'));
    await station.done('keygen', '--code', '519901', '--name', '青禾镇派出所', '--store', url);
    const office = await newOffice(station);
    await enrol(station, office);
    office.visitors(3);
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    await station.done('receive', '--from', stick.root);
    await station.done('stick', '--lost', '09', '--reason', '途中遗失');
    const { root, escrow } = carryAway(station);
    loseKeys(station);
    const back = await recover(station, '--root', root, '--escrow', escrow);
    expect(back).toMatchObject({ storeRebuilt: false, offices: [{ holds: [{ epoch: 1, n: 3 }] }] });
    const again = newStick();
    await station.done('receive', '--from', stick.root, '--to', again.root);
    const { offices } = await station.done('report', '--office', office.code);
    expect(offices).toMatchObject([{ applied: [{ n: 3 }], since: { bundles: 1 } }]);
    // The keyset, which the root has signed, and a receipt.
    expect(readdirSync(again.toOffice)).toHaveLength(2);
  });

  test('that is down says so, and nothing on the stick is lost', async () => {
    const database = await server().newDatabase();
    const station = stationAt(join(tempFolder(), 'home'));
    await station.done('keygen', '--code', '519901', '--name', '所', '--store', server().url(database));
    const office = await newOffice(station);
    await enrol(station, office);
    office.visitors(3);
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    server().stop();
    try {
      const ran = await station.run('receive', '--from', stick.root);
      expect(ran).toMatchObject({ exit: 6, answer: { ok: false, code: 'store-unreachable' } });
      expect(ran.err).toContain('PostgreSQL');
    } finally {
      server().start();
    }
    expect((await station.done('receive', '--from', stick.root)).files).toMatchObject([
      { disposition: 'apply' },
    ]);
  });

  test('asked to stop finishes the files at hand and begins no other', async () => {
    const stop = new AbortController();
    const taken: string[] = [];
    const lanes = ['a', 'b', 'c', 'd', 'e'].map((office) => [`${office}1`, `${office}2`]);
    await runLanes(
      lanes,
      async (file) => {
        await Promise.resolve();
        taken.push(file);
        stop.abort();
      },
      stop.signal,
    );
    expect(taken).toEqual(['a1', 'b1', 'c1', 'd1']);
  });

  test('holds what the SQLite store holds, to the byte, and receiving it twice changes nothing in either', async () => {
    const { sqlite, postgres } = await receiveWeeks({ offices: 3, weeks: 4, lines: 15 }, server());
    expect(sqlite.counts).toMatchObject({ lines: 180, bundles: 12, epochs: 3 });
    expect(postgres.counts).toEqual(sqlite.counts);
    expect([sqlite.checksumAgain, postgres.checksum, postgres.checksumAgain]).toEqual(
      Array.from({ length: 3 }, () => sqlite.checksum),
    );
  });
}
