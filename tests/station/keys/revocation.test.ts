import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { generateBox, generateSigner } from '#bundle-format';
import { homeAt } from '#station/home.ts';
import { readKeys } from '#station/keys/key-ring.ts';
import { openDatabase } from '#station/store/sqlite/open.ts';
import { enrol, newOffice, officeWith, type OfficeKit } from '../office-kit.ts';
import { newStation, newStick, onlyRow, passphrase, type StationKit } from '../station-kit.ts';

let station: StationKit;
let office: OfficeKit;
const people = ['--reviewer', '郑审核', '--second', '冯复核', '--reason', '失窃前一日封好，交接单在案'];

beforeEach(async () => {
  station = await newStation();
  office = await newOffice(station);
  await enrol(station, office);
  office.visitors(2);
  const stick = newStick();
  await office.seal(stick.toStation, 1);
  await station.done('receive', '--from', stick.root);
});

/** Sealed before the theft, and still on its way. */
async function inTransit() {
  office.visitors(1);
  const stick = newStick();
  return { stick, path: (await office.seal(stick.toStation, office.last())).path };
}

async function reading<T>(read: (db: Database.Database) => T): Promise<T> {
  const home = homeAt(station.home);
  const db = openDatabase(home.store, (await readKeys(home, passphrase)).storeKey);
  try {
    return read(db);
  } finally {
    db.close();
  }
}

describe('a stolen computer', () => {
  test('answers for nothing beyond the last bundle received, and gets no receipt any more', async () => {
    const { stick } = await inTransit();
    expect(await station.done('revoke', office.code, '--reason', '电脑失窃')).toMatchObject({
      keyset: 3,
      to: { epoch: 1, seq: 1 },
    });
    const ran = await station.run('receive', '--from', stick.root);
    expect(ran.exit).toBe(5);
    expect(onlyRow(ran)).toMatchObject({ check: 'E304', disposition: 'quarantine' });
    expect(ran.answer.receipts).toEqual([]);
    expect(await station.run('answer', office.code, '--to', stick.root)).toMatchObject({
      exit: 3,
      answer: { code: 'already-revoked' },
    });
    expect(await station.run('revoke', office.code, '--reason', '再一次')).toMatchObject({
      answer: { code: 'already-revoked' },
    });
    expect(await station.run('revoke', '519901-99', '--reason', '没有')).toMatchObject({
      answer: { code: 'unknown-office' },
    });
  });

  test('is followed by a new one, enrolled in person, in a later epoch', async () => {
    await station.done('revoke', office.code, '--reason', '电脑失窃');
    const base = { epoch: 1, n: 2, chain: office.chainAt(2) };
    const fresh = officeWith(station, generateSigner(), await generateBox(), { epoch: 2, base });
    await enrol(station, fresh);
    fresh.write({ k: '07-000009' });
    const stick = newStick();
    await fresh.seal(stick.toStation, 1, 1, { live: { visitors: 3 } });
    expect((await station.done('receive', '--from', stick.root)).receipts).toMatchObject([{ ok: true }]);
  });

  test('that never sent anything leaves a key that answers for nothing', async () => {
    const silent = await newOffice(station, { code: '519901-08' });
    await enrol(station, silent);
    await station.done('revoke', '519901-08', '--reason', '电脑失窃');
    silent.visitors(1);
    const stick = newStick();
    await silent.seal(stick.toStation, 1);
    expect(onlyRow(await station.run('receive', '--from', stick.root)).check).toBe('E304');
    await enrol(station, await newOffice(station, { code: '519901-08' }));
  });
});

describe('a genuine bundle of a closed key', () => {
  test('is received when two people answer for it by name, once and for good', async () => {
    const { stick, path } = await inTransit();
    await station.done('revoke', office.code, '--reason', '电脑失窃');
    const admitted = await station.run('admit', path, ...people);
    expect(onlyRow(admitted)).toMatchObject({ disposition: 'apply', seq: 2 });
    const again = await station.run('receive', '--from', stick.root);
    expect(onlyRow(again)).toMatchObject({ check: 'I502', disposition: 'duplicate' });
    const { report } = { report: await station.done('report', '--office', office.code) };
    expect(report.offices?.[0]?.applied).toMatchObject([{ n: 3 }]);
    const kept = await reading((db) => ({
      looks: db.prepare('SELECT verb, record, reviewer, reason, account FROM looks').all(),
      admissions: db.prepare('SELECT office, seq, reviewer, second, reason, account FROM admissions').all(),
    }));
    const who = { reviewer: '郑审核', reason: '失窃前一日封好，交接单在案', account: 'duty' };
    expect(kept.looks.at(-1)).toEqual({ verb: 'admit', record: '1/2', ...who });
    expect(kept.admissions).toEqual([{ office: office.code, seq: 2, second: '冯复核', ...who }]);
  });

  test('is admitted alone: the next one of the same key is not', async () => {
    const { path } = await inTransit();
    const next = await inTransit();
    await station.done('revoke', office.code, '--reason', '电脑失窃');
    await station.done('admit', path, ...people);
    expect(onlyRow(await station.run('receive', '--from', next.stick.root)).check).toBe('E304');
  });

  test('that waits for lines stays admitted until they come', async () => {
    const first = await inTransit();
    const second = await inTransit();
    await station.done('revoke', office.code, '--reason', '电脑失窃');
    const held = await station.run('admit', second.path, ...people);
    expect(onlyRow(held)).toMatchObject({ check: 'E503', disposition: 'hold' });
    await station.done('admit', first.path, ...people);
    expect((await station.done('report')).offices?.[0]?.applied).toMatchObject([{ n: 4 }]);
  });

  test('needs two different people and a reason, and is looked at before anybody may answer for it', async () => {
    const { path } = await inTransit();
    const valid = await station.run('admit', path, ...people);
    expect(valid).toMatchObject({ exit: 3, answer: { code: 'needs-no-admission' } });
    await station.done('revoke', office.code, '--reason', '电脑失窃');
    const alone = ['--reviewer', '郑审核', '--reason', '理由'];
    expect(await station.run('admit', path, ...alone)).toMatchObject({ answer: { code: 'second-missing' } });
    expect(await station.run('admit', path, ...alone, '--second', '郑审核')).toMatchObject({
      answer: { code: 'second-same' },
    });
    expect(await station.run('admit', path, '--reviewer', '郑审核', '--second', '冯复核')).toMatchObject({
      exit: 2,
    });
    const stranger = await newOffice(station, { code: '519901-09' });
    stranger.visitors(1);
    const foreign = (await stranger.seal(newStick().toStation, 1)).path;
    expect(await station.run('admit', foreign, ...people)).toMatchObject({
      exit: 5,
      answer: { check: 'E303' },
    });
    expect(await reading((db) => db.prepare('SELECT count(*) AS rows FROM admissions').get())).toEqual({
      rows: 0,
    });
    expect(basename(path)).toMatch(/\.jwb$/);
  });

  test('is never taken out of the store again', async () => {
    const { path } = await inTransit();
    await station.done('revoke', office.code, '--reason', '电脑失窃');
    await station.done('admit', path, ...people);
    await reading((db) => {
      expect(() => db.exec('DELETE FROM admissions')).toThrow('append only');
      expect(() => db.exec("UPDATE admissions SET reason = 'x'")).toThrow('append only');
    });
  });
});
