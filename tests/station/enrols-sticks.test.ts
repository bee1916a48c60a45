import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readStickMarker, stickNames } from '#bundle-format';
import { encode } from 'uqr';
import { qrText } from '#station/terminal-qr.ts';
import { enrol, newOffice } from './office-kit.ts';
import { newStation, newStick, tempFolder, type StationKit } from './station-kit.ts';

let station: StationKit;
beforeAll(async () => {
  station = await newStation();
});
const readerOf = async () => ({ station: '519901', sign: (await station.keyset()).sign });
const markerAt = (root: string) => join(root, stickNames.root, stickNames.marker);

test('a stick the station enrolled is recognised by whoever pinned that station, by its number', async () => {
  const root = tempFolder();
  const answer = await station.done('stick', '--to', root, '--serial', '03');
  expect(answer).toMatchObject({
    ok: true,
    station: '519901',
    serial: '03',
    isNew: true,
    file: markerAt(root),
  });
  const marker = await readStickMarker(root, await readerOf());
  expect(marker).toMatchObject({ station: '519901', serial: '03', created: '2026-11-23T08:00:00.000Z' });
  expect(await readStickMarker(root, { ...(await readerOf()), station: '519902' })).toMatchObject({
    code: 'E102',
  });
});

test('without a number it gets one of its own, and enrolling it again changes nothing', async () => {
  const root = tempFolder();
  const first = await station.done('stick', '--to', root);
  const before = readFileSync(markerAt(root));
  const again = await station.done('stick', '--to', root);
  expect(again).toEqual({ ...first, isNew: false });
  expect(readFileSync(markerAt(root)).equals(before)).toBe(true);
  const other = await station.run('stick', '--to', root, '--serial', '99');
  expect(other).toMatchObject({ exit: 6, answer: { ok: false, code: 'file-exists', check: 'E903' } });
  expect(readFileSync(markerAt(root)).equals(before)).toBe(true);
});

test('another station’s stick is not taken over, and what lies on a stick is never touched', async () => {
  const root = tempFolder();
  mkdirSync(join(root, 'JWB'));
  writeFileSync(join(root, 'holiday.jpg'), 'x');
  const other = await newStation();
  await other.done('stick', '--to', root, '--serial', '03');
  expect(await station.run('stick', '--to', root, '--serial', '04')).toMatchObject({
    exit: 6,
    answer: { check: 'E903' },
  });
  expect(readFileSync(join(root, 'holiday.jpg'), 'utf8')).toBe('x');
});

test('a number that fits on no label, or a stick that is not there, is refused before any key is asked for', async () => {
  const root = tempFolder();
  for (const serial of ['', 'a b', 'a'.repeat(17)])
    expect(await station.run('stick', '--to', root, '--serial', serial)).toMatchObject({ exit: 2 });
  expect(await station.run('stick', '--to', join(root, 'gone'))).toMatchObject({
    exit: 3,
    answer: { check: 'E101' },
  });
  expect(await station.run('stick')).toMatchObject({ exit: 2 });
  expect(existsSync(join(root, 'JWB'))).toBe(false);
});

test('its marker is no stranger among what is received', async () => {
  const root = tempFolder();
  await station.done('stick', '--to', root);
  expect(await station.run('receive', '--from', root)).toMatchObject({ answer: { code: 'nothing-found' } });
});

test('a lost one is put down with its reason, and is told when it comes back', async () => {
  const own = await newStation();
  const office = await newOffice(own);
  await enrol(own, office);
  const { root, toStation } = newStick();
  await own.done('stick', '--to', root, '--serial', '07');
  expect(await own.run('stick', '--lost', '07')).toMatchObject({ exit: 2 });
  expect(await own.run('stick', '--lost', 'a b', '--reason', '途中遗失')).toMatchObject({ exit: 2 });
  expect(await own.done('stick', '--lost', '07', '--reason', '途中遗失')).toMatchObject({
    stick: '07',
    lost: ['07'],
  });
  office.visitors(1);
  await office.seal(toStation, 1);
  const found = await own.run('receive', '--from', root);
  expect(found).toMatchObject({
    exit: 0,
    answer: { stick: { serial: '07', lostAt: '2026-11-23T08:00:00.000Z' } },
  });
  expect(found.err).toContain('报失');
});

test('the digits are shown once more for a scanner, and the drawing holds nothing but them', async () => {
  const { digits = [] } = await station.done('card', '--out', tempFolder());
  const { err } = await station.run('card', '--out', tempFolder());
  expect(err).toContain(qrText(digits));
  const { data } = encode(digits.join(''), { ecc: 'M', border: 4 });
  const rows = qrText(digits)
    .split('\n')
    .map((line) => line.slice(4));
  expect(rows[0]).toMatch(/^█+$/);
  const isDark = (x: number, y: number) => {
    const cell = rows[y >> 1]?.[x];
    return cell === ' ' || cell === (y % 2 === 0 ? '▄' : '▀');
  };
  for (const [y, row] of data.entries())
    for (const [x, dark] of row.entries()) expect(isDark(x, y)).toBe(dark);
});
