/** Which sticks the office knows, what it writes on them, and what it says when that fails. */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateSigner } from '#bundle-format';
import { mountsIn } from '#main/shell/volumes.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import { makeStation } from '#tests/support/station-keys.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { mayMount, tinyDisk } from '#tests/support/tiny-disk.ts';
import { bundlesOn, openWeeklyDesk, type WeeklyDesk } from '#tests/support/weekly-desk.ts';

async function plugged(week: WeeklyDesk, stick = week.stick): Promise<string> {
  week.desk.shell.plug(stick);
  const [found] = await week.desk.counter.weekly.sticks({});
  if (found === undefined) throw new Error('the stick was not recognised');
  return found.handle;
}
const refused = (week: WeeklyDesk, folder: string) =>
  failureOfCall(week.desk.counter.weekly.export({ folder }));

test('the station’s stick is recognised within a look, by its number, and is one and the same at every look', async () => {
  const week = await openWeeklyDesk('auxiliary');
  expect(await week.desk.counter.weekly.sticks({})).toEqual([]);
  week.desk.shell.plug(tempFolder(), week.stick, join(week.stick, 'gone'));
  const before = performance.now();
  const [stick, ...others] = await week.desk.counter.weekly.sticks({});
  expect(performance.now() - before).toBeLessThan(3000);
  expect(stick).toMatchObject({ serial: '03' });
  expect(others).toEqual([]);
  expect(await week.desk.counter.weekly.sticks({})).toEqual([stick]);
  week.desk.shell.plug();
  expect(await week.desk.counter.weekly.sticks({})).toEqual([]);
});

test('an unknown stick is not read beyond its marker, nor written: nobody’s, another station’s, a forged one', async () => {
  const week = await openWeeklyDesk();
  const [bare, foreign, forged] = [tempFolder(), tempFolder(), tempFolder()];
  await (await makeStation()).stick(foreign, '07');
  await week.station.stick(forged, '03', generateSigner());
  for (const root of [bare, foreign, forged]) {
    mkdirSync(join(root, 'JWB', 'to-office'), { recursive: true });
    writeFileSync(join(root, 'JWB', 'to-office', `${'0'.repeat(32)}.jwb`), 'a receipt that nobody reads');
  }
  week.desk.shell.plug(bare, foreign, forged);
  const lines = () =>
    week.desk.office().session.opened()?.store.raw.prepare('SELECT max(n) FROM journal').pluck().get();
  const before = lines();
  expect(await week.desk.counter.weekly.sticks({})).toEqual([]);
  expect(lines()).toBe(before);
  for (const root of [bare, foreign, forged]) expect(bundlesOn(root)).toEqual([]);
});

test('an office that knows no station knows no stick', async () => {
  const week = await openWeeklyDesk();
  week.desk.shell.plug(week.stick);
  week.desk.office().session.opened()?.store.write.exec('DELETE FROM stations');
  expect(await week.desk.counter.weekly.sticks({})).toEqual([]);
});

test('the week goes onto the stick, and what an interrupted export left there is cleared', async () => {
  const week = await openWeeklyDesk('auxiliary');
  const folder = await plugged(week);
  await week.register('张欣');
  const toStation = join(week.stick, 'JWB', 'to-station');
  mkdirSync(toStation);
  writeFileSync(join(toStation, '0123456789abcdef.part'), 'half');
  writeFileSync(join(toStation, 'mine.part'), 'of somebody else');
  const { written } = await week.desk.counter.weekly.export({ folder });
  expect(bundlesOn(week.stick)).toEqual([written[0]?.file, 'mine.part'].sort());
});

test('pulled, swapped or renamed before it is written, a stick gets nothing that was meant for another', async () => {
  const week = await openWeeklyDesk();
  const folder = await plugged(week);
  const away = join(tempFolder(), 'away');
  renameSync(week.stick, away);
  expect(await refused(week, folder)).toEqual({ code: 'stick', fault: 'gone' });
  mkdirSync(week.stick);
  expect(await refused(week, folder)).toEqual({ code: 'stick', fault: 'gone' });
  await week.station.stick(week.stick, '04');
  expect(await refused(week, folder)).toEqual({ code: 'stick', fault: 'changed' });
  expect(bundlesOn(week.stick)).toEqual([]);
  // Plugged in under another name it is the same stick again.
  expect((await week.desk.counter.weekly.export({ folder: await plugged(week, away) })).written).toHaveLength(
    1,
  );
});

test('with a damaged file of ours on it says so, overwrites nothing, and another stick takes the week', async () => {
  const week = await openWeeklyDesk();
  const folder = await plugged(week);
  const { written } = await week.desk.counter.weekly.export({ folder });
  const path = join(week.stick, 'JWB', 'to-station', written[0]?.file ?? '');
  writeFileSync(path, '');
  expect(await refused(week, folder)).toEqual({ code: 'stick', fault: 'dirty' });
  expect(readFileSync(path)).toHaveLength(0);
  const other = tempFolder();
  await week.station.stick(other, '04');
  await week.desk.counter.weekly.export({ folder: await plugged(week, other) });
  expect(bundlesOn(other)).toEqual([written[0]?.file]);
});

test('a file renamed on the stick is written again under its own name', async () => {
  const week = await openWeeklyDesk();
  const folder = await plugged(week);
  const { written } = await week.desk.counter.weekly.export({ folder });
  const file = written[0]?.file ?? '';
  const toStation = join(week.stick, 'JWB', 'to-station');
  renameSync(join(toStation, file), join(toStation, '上报 (1).jwb'));
  await week.desk.counter.weekly.export({ folder });
  expect(readdirSync(toStation).sort()).toEqual([file, '上报 (1).jwb'].sort());
});

test.runIf(mayMount())(
  'too full for all of it, it gets none of it: the room is measured before the first byte',
  async () => {
    const week = await openWeeklyDesk();
    await week.register('张欣');
    // Enough for the bundle, not for the tables of the stick beside it.
    const small = tinyDisk(1024);
    cpSync(week.stick, small, { recursive: true });
    const folder = await plugged(week, small);
    expect(await refused(week, folder)).toEqual({ code: 'stick', fault: 'full' });
    expect(bundlesOn(small)).toEqual([]);
    expect((await week.desk.counter.weekly.status({})).bundles).toMatchObject([{ state: 'sealed' }]);
  },
);

test.runIf(mayMount())('read-only, it says so, and keeps what it holds', async () => {
  const week = await openWeeklyDesk();
  const disk = tinyDisk(8192);
  cpSync(week.stick, disk, { recursive: true });
  mkdirSync(join(disk, 'JWB', 'to-station'));
  const folder = await plugged(week, disk);
  tinyDisk.readOnly(disk);
  expect(await refused(week, folder)).toEqual({ code: 'stick', fault: 'read-only' });
  expect(bundlesOn(disk)).toEqual([]);
});

test('without its folders a stick gets them; a folder chosen by hand needs no marker', async () => {
  const week = await openWeeklyDesk();
  const share = tempFolder();
  week.desk.shell.choose(share);
  const { handle } = await week.desk.counter.weekly.chooseFolder({});
  const { written } = await week.desk.counter.weekly.export({ folder: handle });
  expect(bundlesOn(share)).toEqual([written[0]?.file]);
  rmSync(join(share, 'JWB'), { recursive: true });
  await week.desk.counter.weekly.export({ folder: handle });
  expect(bundlesOn(share)).toEqual([written[0]?.file]);
});

test('of everything mounted only what lies below the folders of sticks is looked at, and no share of another computer', () => {
  const line = (point: string, type = 'vfat') => `36 35 8:17 / ${point} rw,nosuid - ${type} /dev/sdb1 rw`;
  const mountinfo = [
    line('/'),
    line('/home'),
    line('/media/desk/KINGSTON'),
    line('/run/media/desk/上报\\04003'),
    line('/mnt/stick', 'exfat'),
    line('/mnt/share', 'cifs'),
    line('/media/desk/KINGSTON'),
    line('/mediaother/x'),
    'not a line of it',
    '',
  ].join('\n');
  expect(mountsIn(mountinfo)).toEqual(['/media/desk/KINGSTON', '/mnt/stick', '/run/media/desk/上报 03']);
  expect(mountsIn('')).toEqual([]);
});
