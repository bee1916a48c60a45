import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enrol, judgeAt, newOffice, onlyReceipt } from './office-kit.ts';
import { filesBelow, newStation, newStick, onlyRow, tempFolder } from './station-kit.ts';

async function enrolled() {
  const station = await newStation();
  const office = await newOffice(station);
  await enrol(station, office);
  return { station, office };
}

async function standing(station: Awaited<ReturnType<typeof newStation>>) {
  const { offices = [] } = await station.done('report');
  const [only] = offices;
  if (only === undefined) throw new Error('no office');
  return only;
}

describe('the station receives the week of an office', () => {
  test('and answers with a receipt that only this office opens and that confirms every line', async () => {
    const { station, office } = await enrolled();
    office.visitors(40);
    const stick = newStick();
    const bundle = await office.seal(stick.toStation, 1);
    const { receipts, files } = await station.done('receive', '--from', stick.root);
    expect(files).toMatchObject([
      {
        file: join('to-station', bundle.name),
        sha256: bundle.sha256,
        office: office.code,
        officeName: '柳溪社区警务室',
        sealedEpoch: 1,
        seq: 1,
        range: { from: 1, to: 40 },
        disposition: 'apply',
        code: 'applied',
        check: null,
        warnings: [],
      },
    ]);
    expect(receipts).toMatchObject([{ office: office.code, ok: true, seq: 1 }]);

    const receipt = await onlyReceipt(station, office, stick.toOffice);
    expect(receipt.manifest).toMatchObject({
      office: office.code,
      station: '519901',
      station_epoch: 1,
      seq: 1,
      prev: null,
      applied: { '1': { n: 40, chain: office.chainAt(40) } },
      held: [],
      refused: [],
      seen_files: [bundle.name.slice(0, 32)],
      keyset: { v: 2 },
    });
    expect(receipt.keysetFile).not.toBeNull();
    expect(judgeAt(office, receipt)).toMatchObject({ ok: true, code: null, confirmed: { '1': 40 } });
  });

  test('and holds the same live rows of each ledger as the office counts', async () => {
    const { station, office } = await enrolled();
    office.visitors(10);
    office.write(
      { op: 'U', k: '07-000003', b: 1, v: 2, d: { matter: '办证', left: null } },
      { op: 'X', k: '07-000004', b: 1, v: 2, d: {}, why: '重复登记' },
      { op: 'A', l: 'office', k: '-', b: 0, v: 0, d: { event: 'sign-in' } },
      { l: 'disputes', k: '07-000001' },
    );
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    await station.done('receive', '--from', stick.root);
    const { live, since, applied } = await standing(station);
    expect(live).toEqual({ visitors: 9, disputes: 1 });
    expect(live).toEqual(office.live());
    expect(since.changes).toEqual({ disputes: { I: 1, U: 0, X: 0 }, visitors: { I: 10, U: 1, X: 1 } });
    expect(applied).toEqual([{ epoch: 1, n: 14, chain: office.chainAt(14) }]);
  });

  test('and takes an empty bundle as the news that nothing happened', async () => {
    const { station, office } = await enrolled();
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    const { files } = await station.done('receive', '--from', stick.root);
    expect(files).toMatchObject([{ disposition: 'apply', range: { from: 1, to: 0 } }]);
    const receipt = await onlyReceipt(station, office, stick.toOffice);
    expect(judgeAt(office, receipt)).toMatchObject({ ok: true, confirmed: { '1': 0 } });
    expect((await standing(station)).lastBundle).toMatchObject({ seq: 1, to: 0 });
  });

  test('and says that a file read before is no trouble, and writes nothing twice', async () => {
    const { station, office } = await enrolled();
    office.visitors(5);
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    await station.done('receive', '--from', stick.root);
    const before = await standing(station);
    const again = await station.run('receive', '--from', stick.root);
    expect(again.exit).toBe(0);
    expect(onlyRow(again)).toMatchObject({
      disposition: 'duplicate',
      check: 'I502',
      code: 'already-received',
    });
    expect(again.answer.receipts).toMatchObject([{ seq: 2 }]);
    expect((await standing(station)).applied).toEqual(before.applied);
    expect((await standing(station)).since.bundles).toBe(1);
  });

  test('and leaves every file on the stick as it was, beside its receipts', async () => {
    const { station, office } = await enrolled();
    office.visitors(3);
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    const before = filesBelow(stick.root).map((path) => [path, readFileSync(path)]);
    await station.done('receive', '--from', stick.root);
    const after = filesBelow(stick.root).filter((path) => !path.startsWith(stick.toOffice));
    expect(after.map((path) => [path, readFileSync(path)])).toEqual(before);
    expect(readdirSync(stick.toOffice)).toHaveLength(1);
  });

  test('and reads a folder of bundles that is no stick', async () => {
    const { station, office } = await enrolled();
    office.visitors(3);
    const folder = newStick().root;
    const flat = join(folder, 'JWB', 'to-station');
    await office.seal(flat, 1);
    const { files } = await station.done('receive', '--from', flat, '--to', newStick().root);
    expect(files).toMatchObject([{ disposition: 'apply' }]);
  });

  test('and answers each of two offices on one stick with its own receipt', async () => {
    const { station, office } = await enrolled();
    const other = await newOffice(station, { code: '519901-08' });
    await enrol(station, other);
    office.visitors(3);
    other.visitors(4);
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    await other.seal(stick.toStation, 1);
    const { receipts = [] } = await station.done('receive', '--from', stick.root);
    expect(receipts.map((row) => row.office)).toEqual([office.code, other.code]);
    const { offices = [] } = await station.done('report');
    expect(offices.map((row) => row.applied[0]?.n)).toEqual([3, 4]);
  });

  test('and says when the receipt cannot be written, though the data is stored: exit 6', async () => {
    const { station, office } = await enrolled();
    office.visitors(3);
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    const full = tempFolder();
    writeFileSync(join(full, 'JWB'), 'a file where a folder should be');
    const ran = await station.run('receive', '--from', stick.root, '--to', full);
    expect(ran.exit).toBe(6);
    expect(ran.answer).toMatchObject({
      ok: false,
      code: 'receipt-not-written',
      files: [{ disposition: 'apply' }],
      receipts: [{ office: office.code, ok: false, file: null, code: 'io' }],
    });
    expect((await standing(station)).applied).toMatchObject([{ n: 3 }]);
    // The next receipt says everything again.
    await station.done('receive', '--from', stick.root);
    const receipt = await onlyReceipt(station, office, stick.toOffice);
    expect(judgeAt(office, receipt)).toMatchObject({ ok: true, confirmed: { '1': 3 } });
  });

  test('and reads a bundle sealed to the keyset before the newest', async () => {
    const { station, office } = await enrolled();
    office.visitors(3);
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    await enrol(station, await newOffice(station, { code: '519901-08' }));
    const { files } = await station.done('receive', '--from', stick.root);
    expect(files).toMatchObject([{ disposition: 'apply' }]);
  });
});
