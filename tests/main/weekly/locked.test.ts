/** The one thing a locked office does: sealed files onto the station's stick. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { failureOfCall, failureOfLater } from '#tests/support/failures.ts';
import { putFiles } from '#main/sticks/put-files.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { bundlesOn, openWeeklyDesk, type WeeklyDesk } from '#tests/support/weekly-desk.ts';

let week: WeeklyDesk;
/** Sealed by itself on Friday at 16:00, then locked. */
beforeEach(async () => {
  week = await openWeeklyDesk();
  await week.register('张欣');
  week.desk.clock.set('2026-11-27T08:00:00.000Z');
  await week.desk.office().rooms().weekly.sealWhatIsDue();
  await week.desk.restart();
});

const carryFile = (name: string) => join(week.desk.dataDir, 'outbox', name);
const offer = () => week.desk.counter.carry.offer({});
async function copy(): Promise<{ week: number }> {
  const [stick] = (await offer()).sticks;
  return week.desk.counter.carry.copy({ stick: stick?.id ?? '' });
}

test('copies what was sealed, byte for byte, and says of it the week and nothing more', async () => {
  week.desk.shell.plug(week.stick);
  const said = await offer();
  expect(said).toEqual({ week: 48, sticks: [{ id: expect.stringMatching(/^[0-9a-f]{16}$/), serial: '03' }] });
  expect(await copy()).toEqual({ week: 48 });
  const [file = ''] = week.outbox();
  expect(bundlesOn(week.stick)).toEqual([file]);
  expect(
    readFileSync(join(week.stick, 'JWB', 'to-station', file)).equals(readFileSync(carryFile(file))),
  ).toBe(true);
  expect((await week.station.open(join(week.stick, 'JWB', 'to-station', file))).lines.length).toBeGreaterThan(
    3,
  );
  // Again is harmless.
  expect(await copy()).toEqual({ week: 48 });
});

test('leaves beside the sealed files nothing but opaque names, the week and public keys', async () => {
  week.desk.shell.plug(week.stick);
  await copy();
  const names = readdirSync(join(week.desk.dataDir, 'outbox')).sort();
  expect(names).toEqual([...week.outbox(), 'carried.json', 'carry.json'].sort());
  const list = JSON.parse(readFileSync(carryFile('carry.json'), 'utf8')) as Record<string, unknown>;
  expect(Object.keys(list)).toEqual(['format', 'v', 'year', 'week', 'station', 'sign', 'files']);
  const copied = readFileSync(carryFile('carried.json'), 'utf8');
  for (const text of [JSON.stringify(list), copied]) expect(text).not.toMatch(/[\u4e00-\u9fff]|519901-07/u);
});

test('an unknown stick, or none, is offered nothing and gets nothing', async () => {
  const unknown = tempFolder();
  week.desk.shell.plug(unknown);
  expect((await offer()).sticks).toEqual([]);
  expect(await failureOfCall(week.desk.counter.carry.copy({ stick: '0123456789abcdef' }))).toEqual({
    code: 'stick',
    fault: 'gone',
  });
  expect(readdirSync(unknown)).toEqual([]);
});

test('is taken into the journal at the next unlock, as nobody’s deed and with the time it was done', async () => {
  week.desk.shell.plug(week.stick);
  await copy();
  const at = week.desk.clock.now();
  week.desk.clock.forward({ minutes: 40 });
  await week.desk.signIn('auxiliary');
  const { bundles, state } = await week.desk.counter.weekly.status({});
  expect(bundles).toMatchObject([{ state: 'written', writtenAt: at }]);
  expect(state).toBe('done');
  expect(week.events().at(-1)).toEqual({ event: 'bundle-carried', via: 'system' });
  await week.desk.signIn('auxiliary');
  expect(week.events().filter(({ event }) => event === 'bundle-carried')).toHaveLength(1);
});

test('somebody signed in has the weekly screen for it: the lock screen’s deed is none of theirs', async () => {
  week.desk.shell.plug(week.stick);
  const [stick] = (await offer()).sticks;
  await week.desk.signIn('officer');
  expect(await offer()).toEqual({ week: null, sticks: [] });
  expect(await failureOfCall(week.desk.counter.carry.copy({ stick: stick?.id ?? '' }))).toEqual({
    code: 'missing',
  });
});

test('a sealed file that was damaged is not carried; a list that was changed by hand is none', async () => {
  week.desk.shell.plug(week.stick);
  const [file = ''] = week.outbox();
  const bytes = readFileSync(carryFile(file));
  writeFileSync(carryFile(file), bytes.subarray(1));
  const [stick] = (await offer()).sticks;
  expect(await failureOfCall(week.desk.counter.carry.copy({ stick: stick?.id ?? '' }))).toEqual({
    code: 'data-damaged',
    part: 'outbox',
  });
  expect(bundlesOn(week.stick)).toEqual([]);
  writeFileSync(carryFile(file), bytes);
  const list = readFileSync(carryFile('carry.json'), 'utf8');
  for (const wrong of [list.replace(file, '../../office.db'), list.replace('"v":1', '"v":2'), '{', '']) {
    writeFileSync(carryFile('carry.json'), wrong);
    expect(await offer()).toEqual({ week: null, sticks: [] });
  }
});

test('copies somebody made up are passed over at the unlock', async () => {
  const copies = [
    { name: `${'0'.repeat(32)}.jwb`, at: '2026-11-27T08:00:00.000Z', stick: '0123456789abcdef' },
  ];
  writeFileSync(carryFile('carried.json'), JSON.stringify({ format: 'lamplight-carried', v: 1, copies }));
  await week.desk.signIn('officer');
  expect(week.events().map(({ event }) => event)).not.toContain('bundle-carried');
  expect(readdirSync(join(week.desk.dataDir, 'outbox'))).not.toContain('carried.json');
});

test('once the station has confirmed everything there is nothing to carry', async () => {
  week.desk.shell.plug(week.stick);
  await copy();
  const [file = ''] = week.outbox();
  const { bundle } = await week.station.open(join(week.stick, 'JWB', 'to-station', file));
  const { range, chain } = bundle.manifest;
  await week.station.receipt(week.stick, { applied: { '1': { n: range.to, chain } } });
  await week.desk.signIn('officer');
  const [stick] = await week.desk.counter.weekly.sticks({});
  await week.desk.counter.weekly.readReceipts({ folder: stick?.handle ?? '' });
  await week.desk.restart();
  expect(await offer()).toEqual({ week: null, sticks: [] });
});

test('pulled out between two files a stick is gone, and the first file is whole', async () => {
  const source = tempFolder();
  const stick = tempFolder();
  const files = ['eins', 'zwei'].map((text) => {
    const path = join(source, `${text}.jwb`);
    writeFileSync(path, text);
    return { path, bytes: text.length };
  });
  const failure = await failureOfLater(() =>
    putFiles(stick, files, (index) => {
      expect(index).toBe(0);
      expect(bundlesOn(stick)).toHaveLength(1);
      rmSync(join(stick, 'JWB'), { recursive: true });
    }),
  );
  expect(failure).toEqual({ code: 'stick', fault: 'gone' });
});
