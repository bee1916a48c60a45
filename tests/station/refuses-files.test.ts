import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { codes, type StationReader } from '#bundle-format';
import { homeAt, type Home } from '#station/home.ts';
import { readKeys } from '#station/keys/key-ring.ts';
import { readerOf, readKeysets } from '#station/keys/keysets.ts';
import { verifyFile } from '#station/verbs/verify.ts';
import { howOften } from '#tests/support/how-often.ts';
import { enrol, enrolmentFile, newOffice, onlyReceipt } from './office-kit.ts';
import { filesBelow, newStation, newStick, onlyRow, passphrase, tempFolder } from './station-kit.ts';

async function weekOnStick() {
  const station = await newStation();
  const office = await newOffice(station);
  await enrol(station, office);
  office.write({ d: { note: randomBytes(300).toString('base64') } }, {});
  const stick = newStick();
  const bundle = await office.seal(stick.toStation, 1);
  return { station, office, stick, bundle };
}

function changeByte(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(path, bytes);
}

describe('a file that is not whole or not genuine', () => {
  test('changed on the way, it is refused as damaged with exit 5, kept, and named in the next receipt', async () => {
    const { station, office, stick, bundle } = await weekOnStick();
    changeByte(bundle.path, bundle.size - 2000);
    const verified = await station.run('verify', bundle.path);
    expect(verified.exit).toBe(5);
    expect(onlyRow(verified)).toMatchObject({ check: 'E306', code: 'bundle-damaged' });

    const ran = await station.run('receive', '--from', stick.root);
    expect(ran.exit).toBe(5);
    expect(ran.answer).toMatchObject({ ok: false, code: 'bundle-damaged', check: 'E306' });
    expect(onlyRow(ran)).toMatchObject({ disposition: 'refuse', office: null, warnings: ['W106'] });
    expect(ran.answer.receipts).toEqual([]);
    const kept = filesBelow(homeAt(station.home).inbox).map((path) => readFileSync(path));
    expect(kept).toEqual([readFileSync(bundle.path)]);
    expect((await station.done('report')).strangers).toMatchObject([{ name: bundle.name, code: 'E306' }]);

    await office.seal(stick.toStation, 1);
    await station.run('receive', '--from', stick.root);
    const receipt = await onlyReceipt(station, office, stick.toOffice);
    expect(receipt.manifest.refused).toEqual([{ file: bundle.name.slice(0, 32), code: 'E306' }]);
  });

  test('saying another hash than was signed, it is set aside as forged', async () => {
    const { station, stick, bundle } = await weekOnStick();
    const bytes = readFileSync(bundle.path);
    const digit = bytes.indexOf('  body.age') - 1;
    bytes.write(bytes.toString('latin1', digit, digit + 1) === '0' ? '1' : '0', digit, 'latin1');
    writeFileSync(bundle.path, bytes);
    const ran = await station.run('receive', '--from', stick.root);
    expect(ran.exit).toBe(5);
    expect(onlyRow(ran)).toMatchObject({ disposition: 'quarantine', check: 'E305', code: 'bundle-forged' });
  });

  test('cut short, it is refused as incomplete', async () => {
    const { station, stick, bundle } = await weekOnStick();
    writeFileSync(bundle.path, readFileSync(bundle.path).subarray(0, bundle.size - 700));
    const ran = await station.run('receive', '--from', stick.root);
    expect(ran.exit).toBe(5);
    expect(onlyRow(ran)).toMatchObject({ disposition: 'refuse', check: 'E201', code: 'bundle-truncated' });
  });

  test('from an office nobody enrolled, it is set aside; once enrolled, the same stick is taken', async () => {
    const station = await newStation();
    const stranger = await newOffice(station);
    stranger.visitors(2);
    const stick = newStick();
    await stranger.seal(stick.toStation, 1);
    const ran = await station.run('receive', '--from', stick.root);
    expect(ran.exit).toBe(5);
    expect(onlyRow(ran)).toMatchObject({ disposition: 'quarantine', check: 'E303', office: null });
    await enrol(station, stranger);
    expect((await station.done('receive', '--from', stick.root)).files).toMatchObject([{ code: 'applied' }]);
    expect((await station.done('report')).strangers).toEqual([]);
  });

  test('sealed to another station, it is not for us, even from an office we know', async () => {
    const { office, bundle } = await weekOnStick();
    const elsewhere = await newStation();
    await enrol(elsewhere, office);
    const ran = await elsewhere.run('verify', bundle.path);
    expect(ran.exit).toBe(3);
    expect(onlyRow(ran)).toMatchObject({ disposition: 'refuse', check: 'E401', code: 'not-for-us' });
  });

  test('renamed but whole, it is taken and the name is mentioned', async () => {
    const { station, bundle } = await weekOnStick();
    const moved = newStick();
    copyFileSync(bundle.path, join(moved.toStation, 'week-47.jwb'));
    const ran = await station.run('receive', '--from', moved.root);
    expect(ran.exit).toBe(0);
    expect(onlyRow(ran)).toMatchObject({ disposition: 'apply', warnings: ['W106'] });
  });

  test('with a doubtful clock, it is taken and the doubt is shown', async () => {
    const { station, office } = await weekOnStick();
    const stick = newStick();
    const created = {
      wall: '1970-01-01T08:00:00.000+08:00',
      max_seen: '2026-11-23T15:00:00.000+08:00',
      mono_ms: 5,
      boot: 'b2',
      doubt: ['wall_before_max_seen', 'year_implausible'] as const,
    };
    await office.seal(stick.toStation, 1, 2, { seq: 1, prev: null, created });
    const ran = await station.run('receive', '--from', stick.root);
    expect(ran.exit).toBe(0);
    expect(onlyRow(ran)).toMatchObject({ disposition: 'apply', warnings: ['W510'] });
  });
});

describe('everything found on a stick has its row', () => {
  test('bundles, unfinished files, unknown files and files in the wrong place, but not our own receipts', async () => {
    const { station, stick, bundle, office } = await weekOnStick();
    await station.done('receive', '--from', stick.root);
    writeFileSync(join(stick.toStation, '0011223344556677.part'), 'half');
    writeFileSync(join(stick.toStation, '说明.txt'), '你好');
    writeFileSync(join(stick.root, 'JWB', 'jwbstick.json'), '{}');
    writeFileSync(join(stick.toOffice, 'notes.doc'), 'x');
    mkdirSync(join(stick.toStation, 'old'));
    copyFileSync(bundle.path, join(stick.toStation, 'old', bundle.name));
    copyFileSync(await enrolmentFile(office), join(stick.toStation, `${'0'.repeat(32)}.jwb`));
    const ran = await station.run('receive', '--from', stick.root);
    const rows = (ran.answer.files ?? []).map(({ file, check }): [string, string | null] => [file, check]);
    expect(rows).toHaveLength(6);
    expect(new Map(rows)).toEqual(
      new Map([
        [join('to-office', 'notes.doc'), 'E105'],
        [join('to-station', '0011223344556677.part'), 'E104'],
        [join('to-station', `${'0'.repeat(32)}.jwb`), 'E204'],
        [join('to-station', bundle.name), 'I502'],
        [join('to-station', 'old', bundle.name), 'E105'],
        [join('to-station', '说明.txt'), 'E105'],
      ]),
    );
    expect(ran.exit).toBe(3);
  });

  test('a stick that is not there, and one with nothing on it, are said so', async () => {
    const station = await newStation();
    const missing = await station.run('receive', '--from', join(tempFolder(), 'no-such-stick'));
    expect(missing).toMatchObject({ exit: 3, answer: { ok: false, code: 'stick-not-found', check: 'E101' } });
    const empty = await station.run('receive', '--from', newStick().root);
    expect(empty).toMatchObject({ exit: 3, answer: { ok: false, code: 'nothing-found' } });
  });
});

describe('verify', () => {
  test('says whole, with office and range, and writes nothing', async () => {
    const { station, bundle } = await weekOnStick();
    const before = filesBelow(station.home).map((path) => [path, readFileSync(path)]);
    const ran = await station.run('verify', bundle.path);
    expect(ran.exit).toBe(0);
    expect(onlyRow(ran)).toMatchObject({
      code: 'verified',
      office: '519901-07',
      seq: 1,
      range: { from: 1, to: 2 },
    });
    expect(filesBelow(station.home).map((path) => [path, readFileSync(path)])).toEqual(before);
  });

  test('gives one row for each file, and the worst of them decides', async () => {
    const { station, bundle } = await weekOnStick();
    const bad = join(tempFolder(), basename(bundle.path));
    writeFileSync(bad, readFileSync(bundle.path).subarray(0, 100));
    const missing = join(tempFolder(), 'none.jwb');
    const two = await station.run('verify', bundle.path, bad);
    expect(two.exit).toBe(5);
    expect(two.answer.files?.map(({ check }) => check)).toEqual([null, 'E201']);
    const three = await station.run('verify', bad, missing, bundle.path);
    expect(three.exit).toBe(6);
    expect(three.answer).toMatchObject({ ok: false, code: 'read-failed' });
  });

  /** A failure of the test where the code is not one of damage. */
  async function expectDamaged(path: string, reader: StationReader, what: string): Promise<void> {
    const { code } = await verifyFile(path, reader);
    if (code === null || codes[code].exit !== 'forged') throw new Error(`${what}: ${code}`);
  }

  async function readerAt(home: Home): Promise<StationReader> {
    const keys = await readKeys(home, passphrase);
    return readerOf(keys, await readKeysets(home, keys.root));
  }

  test(
    'refuses a small bundle with a byte changed anywhere, as damaged or forged',
    { timeout: 180_000 },
    async () => {
      const { station, bundle } = await weekOnStick();
      const reader = await readerAt(homeAt(station.home));
      const bytes = readFileSync(bundle.path);
      const file = openSync(bundle.path, 'r+');
      try {
        const tried = howOften({ few: 1000, whole: bytes.length });
        for (let i = 0; i < tried; i += 1) {
          const at = Math.floor((i * bytes.length) / tried);
          writeSync(file, Buffer.of(bytes.readUInt8(at) ^ (1 << (at % 8))), 0, 1, at);
          await expectDamaged(bundle.path, reader, `byte ${at}`);
          writeSync(file, bytes, at, 1, at);
        }
      } finally {
        closeSync(file);
      }
      expect((await verifyFile(bundle.path, reader)).code).toBeNull();
    },
  );

  test('refuses a small bundle cut at any block or near its ends', { timeout: 60_000 }, async () => {
    const { station, bundle } = await weekOnStick();
    const reader = await readerAt(homeAt(station.home));
    const lengths = Array.from({ length: bundle.size }, (_, length) => length);
    const near = lengths.filter((length) => length % 64 === 0 || length < 40 || length > bundle.size - 40);
    for (const length of near.toReversed()) {
      truncateSync(bundle.path, length);
      await expectDamaged(bundle.path, reader, `cut to ${length}`);
    }
    expect(near.length).toBeGreaterThan(150);
  });
});
