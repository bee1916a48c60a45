/** U 盘丢了: what was on it is known, is put down, and goes onto another stick. */
import { expect, test } from 'vitest';
import { failureOfCall } from '#tests/support/failures.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { bundlesOn, openWeeklyDesk, type WeeklyDesk } from '#tests/support/weekly-desk.ts';
import { writeStickLoss } from '#renderer/print/weekly/stick-loss.ts';

/** The stick plugged in, written, and pulled again. */
async function writeTo({ desk }: WeeklyDesk, stick: string) {
  desk.shell.plug(stick);
  const [found] = await desk.counter.weekly.sticks({});
  const result = await desk.counter.weekly.export({ folder: found?.handle ?? '' });
  desk.shell.plug();
  return result;
}

test('the weeks on a lost stick are named, put down once, and written to another stick without being sealed again', async () => {
  const week = await openWeeklyDesk('auxiliary');
  const { desk, station } = week;
  expect(await desk.counter.weekly.usedSticks({})).toEqual([]);
  await week.register('张欣');
  const first = await writeTo(week, week.stick);
  desk.clock.forward({ days: 7 });
  await desk.signIn('auxiliary');
  const second = await writeTo(week, week.stick);
  const [used] = await desk.counter.weekly.usedSticks({});
  expect(used).toMatchObject({ serial: '03', lostAt: null });
  expect(used?.bundles.map(({ year, week: of, seq }) => [year, of, seq])).toEqual([
    [2026, 49, 2],
    [2026, 48, 1],
  ]);
  expect(used?.bundles.map(({ short }) => short)).toEqual(
    [second.written[1], first.written[0]].map((row) => row?.file.slice(0, 8)),
  );

  const id = used?.id ?? '';
  await desk.counter.weekly.reportLost({ stick: id });
  const again = await desk.counter.weekly.reportLost({ stick: id });
  expect(again).toMatchObject([{ id, lostAt: desk.clock.now() }]);
  expect(week.events().filter(({ event }) => event === 'stick-lost')).toHaveLength(1);
  expect(await failureOfCall(desk.counter.weekly.reportLost({ stick: '0'.repeat(16) }))).toEqual({
    code: 'missing',
  });

  const other = tempFolder();
  await station.stick(other, '04');
  const sealed = week.outbox();
  await writeTo(week, other);
  expect(bundlesOn(other)).toEqual(sealed.toSorted());
  expect(await desk.counter.weekly.usedSticks({})).toMatchObject([
    { serial: '04', lostAt: null },
    { serial: '03' },
  ]);
});

test('the note says what was on it in marks alone, and is not made of a stick that nobody put down', async () => {
  const week = await openWeeklyDesk('auxiliary');
  const { desk } = week;
  await week.register('张欣');
  const { written } = await writeTo(week, week.stick);
  const [used] = await desk.counter.weekly.usedSticks({});
  const order = { name: 'stick-loss', stick: used?.id ?? '' } as const;
  expect(await failureOfCall(desk.counter.weeklyPapers.preview({ order }))).toMatchObject({
    issues: [{ field: 'stick', rule: 'not-lost' }],
  });
  await desk.counter.weekly.reportLost({ stick: order.stick });
  const note = await desk.counter.weeklyPapers.preview({ order });
  if (note.name !== 'stick-loss') throw new Error(note.name);
  const said = JSON.stringify(writeStickLoss(note));
  expect(said).toContain('2026年第48周');
  expect(said).toContain(written[0]?.file.slice(0, 8));
  expect(said).toContain('任何人打不开');
  expect(said).not.toContain('张欣');
  expect(said).not.toContain(written[0]?.file);
});

test('a stick that a locked office wrote to is known too; found and written again, it is lost no more', async () => {
  const week = await openWeeklyDesk('officer');
  const { desk } = week;
  await week.register('张欣');
  await desk.counter.weekly.export({ folder: await folderOf(week, tempFolder()) });
  await desk.restart();
  desk.shell.plug(week.stick);
  const { sticks } = await desk.counter.carry.offer({});
  await desk.counter.carry.copy({ stick: sticks[0]?.id ?? '' });
  await desk.signIn('officer');
  const [used] = await desk.counter.weekly.usedSticks({});
  expect(used).toMatchObject({ serial: '03', bundles: [{ seq: 1 }] });
  await desk.counter.weekly.reportLost({ stick: used?.id ?? '' });
  desk.clock.forward({ days: 1 });
  await writeTo(week, week.stick);
  expect(await desk.counter.weekly.usedSticks({})).toMatchObject([{ serial: '03', lostAt: null }]);
});

async function folderOf({ desk }: WeeklyDesk, folder: string): Promise<string> {
  desk.shell.choose(folder);
  return (await desk.counter.weekly.chooseFolder({})).handle;
}
