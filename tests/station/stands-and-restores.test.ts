import Database from 'better-sqlite3';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encodeForgotten, leafOf, encodeChange } from '#bundle-format';
import { homeAt } from '#station/home.ts';
import { readKeys } from '#station/keys/key-ring.ts';
import { takeLock } from '#station/store/lock.ts';
import { openDatabase } from '#station/store/sqlite/open.ts';
import { enrol, judgeAt, newOffice, onlyReceipt } from './office-kit.ts';
import { filesBelow, newStation, newStick, onlyRow, passphrase, tempFolder } from './station-kit.ts';

async function afterOneWeek() {
  const station = await newStation();
  const office = await newOffice(station);
  await enrol(station, office);
  office.visitors(3);
  const stick = newStick();
  await office.seal(stick.toStation, 1);
  await station.done('receive', '--from', stick.root);
  const receipt = await onlyReceipt(station, office, stick.toOffice);
  return { station, office, stick, receipt };
}

describe('the report', () => {
  test('counts the days since an office last came, and says aloud when it is silent', async () => {
    const { station, office } = await afterOneWeek();
    const never = await newOffice(station, { code: '519901-08' });
    await enrol(station, never);
    station.clock.forward({ days: 10 });
    const ten = await station.done('report');
    expect(ten.offices?.map(({ daysSilent, warnings }) => [daysSilent, warnings])).toEqual([
      [10, []],
      [null, ['W511']],
    ]);
    station.clock.forward({ days: 1 });
    const eleven = await station.done('report', '--office', office.code);
    expect(eleven.offices).toMatchObject([{ daysSilent: 11, warnings: ['W511'], since: { bundles: 0 } }]);
    const long = await station.done('report', '--since', '2026-11-01');
    expect(long.offices?.[0]?.since).toEqual({ bundles: 1, changes: { visitors: { I: 3, U: 0, X: 0 } } });
  });

  test('knows no office that was not enrolled', async () => {
    const { station } = await afterOneWeek();
    const ran = await station.run('report', '--office', '519901-99');
    expect(ran).toMatchObject({ exit: 3, answer: { ok: false, code: 'unknown-office' } });
  });
});

describe('the store', () => {
  test('keeps no name readable in any file of the station', async () => {
    const { station } = await afterOneWeek();
    for (const path of filesBelow(station.home)) {
      expect(readFileSync(path).includes(Buffer.from('访客2'))).toBe(false);
    }
  });

  test('lets nobody change or remove a line, a bundle, a verdict or a receipt', async () => {
    const { station } = await afterOneWeek();
    const home = homeAt(station.home);
    const db = openDatabase(home.store, (await readKeys(home, passphrase)).storeKey);
    try {
      for (const table of ['lines', 'bundles', 'verdicts', 'receipts']) {
        const column = table === 'lines' ? 'line' : table === 'verdicts' ? 'detail' : 'manifest_sha256';
        expect(() => db.exec(`DELETE FROM ${table}`)).toThrow('append only');
        expect(() => db.exec(`UPDATE ${table} SET ${column} = 'x'`)).toThrow('append only');
      }
      const insert = `INSERT INTO lines SELECT office, epoch, n + 2, line, h FROM lines WHERE n = 3`;
      expect(() => db.exec(insert)).toThrow('not dense');
    } finally {
      db.close();
    }
  });

  test('when damaged or not encrypted, opens for nothing and stays as it is: exit 5', async () => {
    const { station } = await afterOneWeek();
    const { store } = homeAt(station.home);
    const whole = readFileSync(store);
    const damaged = Buffer.from(whole);
    damaged.fill(0x5a, 100, 400);
    writeFileSync(store, damaged);
    expect(await station.run('report')).toMatchObject({ exit: 5, answer: { code: 'store-damaged' } });
    expect(readFileSync(store)).toEqual(damaged);
    rmSync(store);
    const plain = new Database(store);
    plain.exec('CREATE TABLE anything (a)');
    plain.close();
    expect(await station.run('report')).toMatchObject({ exit: 5, answer: { code: 'store-damaged' } });
  });

  test('of a newer version is left alone: exit 3', async () => {
    const { station } = await afterOneWeek();
    const home = homeAt(station.home);
    const db = openDatabase(home.store, (await readKeys(home, passphrase)).storeKey);
    db.pragma('user_version = 9000');
    db.close();
    expect(await station.run('report')).toMatchObject({ exit: 3, answer: { code: 'newer-version' } });
  });

  test('serves one tool at a time: exit 7 for the other', async () => {
    const { station } = await afterOneWeek();
    const lock = takeLock(homeAt(station.home).lock);
    expect(await station.run('report')).toMatchObject({ exit: 7, answer: { ok: false, code: 'busy' } });
    lock.release();
    await station.done('report');
  });

  test('when it cannot take a bundle, takes nothing of it, keeps the file, and tries again by itself', async () => {
    const { station, office } = await afterOneWeek();
    const home = homeAt(station.home);
    const alter = async (sql: string) => {
      const db = openDatabase(home.store, (await readKeys(home, passphrase)).storeKey);
      db.exec(sql);
      db.close();
    };
    office.visitors(2);
    const stick = newStick();
    await office.seal(stick.toStation, 4);
    await alter(
      `CREATE TRIGGER fault BEFORE INSERT ON records WHEN NEW.n = 5 BEGIN SELECT RAISE(ABORT, 'fault'); END`,
    );
    const ran = await station.run('receive', '--from', stick.root);
    expect(ran.exit).toBe(6);
    expect(onlyRow(ran)).toMatchObject({ disposition: 'hold', check: 'E620', code: 'store-failed' });
    expect((await station.done('report')).offices).toMatchObject([
      { live: { visitors: 3 }, applied: [{ n: 3 }] },
    ]);

    await alter('DROP TRIGGER fault');
    const empty = newStick();
    await office.seal(empty.toStation, 6);
    const { files, settled } = await station.done('receive', '--from', empty.root);
    expect(settled).toMatchObject([{ disposition: 'apply', range: { from: 4, to: 5 } }]);
    expect(files).toMatchObject([{ disposition: 'apply' }]);
    expect((await station.done('report')).offices).toMatchObject([
      { live: { visitors: 5 }, applied: [{ n: 5 }] },
    ]);
  });

  test('says so when a file it kept has gone from the inbox, and goes on', async () => {
    const { station, office } = await afterOneWeek();
    office.visitors(2);
    await office.seal(tempFolder(), 4);
    office.visitors(1);
    const stick = newStick();
    const { name } = await office.seal(stick.toStation, 6);
    await station.run('receive', '--from', stick.root);
    rmSync(join(homeAt(station.home).inbox, name));
    const again = newStick();
    await office.seal(again.toStation, 4, 5, { live: { visitors: 5 } });
    const ran = await station.run('receive', '--from', again.root);
    expect(ran.exit).toBe(6);
    expect(ran.answer.files).toMatchObject([{ disposition: 'apply' }]);
    expect(ran.answer.settled).toMatchObject([{ disposition: 'refuse', check: 'E103' }]);
  });

  test('takes lines whose text the office has already forgotten, and keeps the chain', async () => {
    const station = await newStation();
    const office = await newOffice(station);
    await enrol(station, office);
    office.write({ op: 'A', k: '-', b: 0, v: 0, d: { event: 'x' } }, {}, {});
    const own = encodeChange({
      n: 1,
      t: '2026-11-23T07:00:00.000Z',
      u: '07-000002',
      via: 'desk',
      l: 'visitors',
      k: '-',
      op: 'A',
      b: 0,
      v: 0,
      d: { event: 'x' },
      s: 20,
      r: 'AAAAAAAAAAA',
    });
    const stick = newStick();
    const forgotten = encodeForgotten({ n: 1, leaf: leafOf(own).toString('hex') });
    const rest = [2, 3].map((n) =>
      encodeChange({
        n,
        t: '2026-11-23T07:00:00.000Z',
        u: '07-000002',
        via: 'desk',
        l: 'visitors',
        k: `07-00000${n}`,
        op: 'I',
        b: 0,
        v: 1,
        d: {
          matter: '问路',
          name: `访客${n}`,
        },
        s: 20,
        r: 'AAAAAAAAAAA',
      }),
    );
    await office.seal(stick.toStation, 1, 3, { lines: [forgotten, ...rest] });
    const { files } = await station.done('receive', '--from', stick.root);
    expect(files).toMatchObject([{ code: 'applied' }]);
    const receipt = await onlyReceipt(station, office, stick.toOffice);
    expect(judgeAt(office, receipt)).toMatchObject({ ok: true, confirmed: { '1': 3 } });
  });
});

describe('a station that was restored', () => {
  test('without its store begins a new epoch, claims nothing, and takes everything again', async () => {
    const { station, office, stick, receipt } = await afterOneWeek();
    const { store } = homeAt(station.home);
    for (const path of [store, `${store}-wal`, `${store}-shm`]) rmSync(path, { force: true });
    const out = newStick();
    await station.done('receive', '--from', stick.root, '--to', out.root);
    const after = await onlyReceipt(station, office, out.toOffice);
    expect(after.manifest).toMatchObject({
      station_epoch: 2,
      seq: 1,
      prev: null,
      applied: { '1': { n: 3 } },
    });
    expect(after.manifest.station_tag).not.toBe(receipt.manifest.station_tag);
    const { station_epoch, station_tag, seq } = receipt.manifest;
    expect(judgeAt(office, after, { station_epoch, station_tag, seq })).toMatchObject({
      ok: true,
      code: 'I705',
    });
  });

  test('as a whole folder learns it from the receipt the office holds, and begins a new epoch', async () => {
    const { station, office, stick } = await afterOneWeek();
    const backup = join(tempFolder(), 'backup');
    cpSync(station.home, backup, { recursive: true });
    await station.done('receive', '--from', stick.root, '--to', newStick().root);
    const second = newStick();
    await station.done('receive', '--from', stick.root, '--to', second.root);
    const held = await onlyReceipt(station, office, second.toOffice);
    rmSync(station.home, { recursive: true });
    cpSync(backup, station.home, { recursive: true });

    office.visitors(2);
    const next = newStick();
    const { station_epoch, station_tag, seq } = held.manifest;
    const echo = { station_epoch, station_tag, seq, sha256: held.manifestSha256, confirmed: { '1': 3 } };
    await office.seal(next.toStation, 4, 5, { lastReceipt: echo });
    await station.done('receive', '--from', next.root);
    const after = await onlyReceipt(station, office, next.toOffice);
    expect(after.manifest).toMatchObject({ station_epoch: 2, seq: 1, applied: { '1': { n: 5 } } });
    expect(judgeAt(office, after, { station_epoch, station_tag, seq })).toMatchObject({
      ok: true,
      code: 'I705',
    });
  });

  test('is not fooled into burning its numbers by an echo from nowhere', async () => {
    const { station, office } = await afterOneWeek();
    const next = newStick();
    const echo = {
      station_epoch: Number.MAX_SAFE_INTEGER,
      station_tag: '00000000',
      seq: 1,
      sha256: '0'.repeat(64),
      confirmed: {},
    };
    await office.seal(next.toStation, 4, 3, { lastReceipt: echo });
    await station.done('receive', '--from', next.root);
    const after = await onlyReceipt(station, office, next.toOffice);
    expect(after.manifest).toMatchObject({ station_epoch: 1, seq: 2 });
  });
});
