/** The week seals itself at its hour, catches up, and a week nobody carried is put down. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openSchedule } from '#main/weekly/timely/schedule.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import { bundlesOn, openWeeklyDesk, type WeeklyDesk } from '#tests/support/weekly-desk.ts';

// Friday of week 48 at 16:00 in China.
const DUE = '2026-11-27T08:00:00.000Z';

const look = (week: WeeklyDesk) => week.desk.office().rooms().weekly.sealWhatIsDue();
const sealings = (week: WeeklyDesk) => week.events().filter(({ event }) => event === 'bundle-sealed');
async function exportTo(week: WeeklyDesk) {
  week.desk.shell.plug(week.stick);
  const [stick] = await week.desk.counter.weekly.sticks({});
  return week.desk.counter.weekly.export({ folder: stick?.handle ?? '' });
}

afterEach(() => {
  vi.useRealTimers();
});

test('at its hour the week is sealed by itself, once, by nobody’s hand, and waits in the outbox', async () => {
  const week = await openWeeklyDesk();
  await week.register('张欣');
  week.desk.clock.set('2026-11-27T07:59:59.000Z');
  await look(week);
  expect(week.outbox()).toEqual([]);
  week.desk.clock.set(DUE);
  await look(week);
  await look(week);
  await week.register('刘洋');
  await look(week);
  expect(sealings(week)).toEqual([{ event: 'bundle-sealed', via: 'system' }]);
  expect(week.outbox()).toHaveLength(1);
  const { bundles, state } = await week.desk.counter.weekly.status({});
  expect(bundles).toMatchObject([{ state: 'sealed', writtenAt: null, sealedByName: '' }]);
  expect(state).toBe('due');
});

test('an explicit export still seals what is new, and then the week is done', async () => {
  const week = await openWeeklyDesk();
  week.desk.clock.set(DUE);
  await look(week);
  await week.register('张欣');
  const { written } = await exportTo(week);
  expect(written.map(({ seq }) => seq)).toEqual([1, 2]);
  expect((await week.desk.counter.weekly.status({})).state).toBe('done');
  week.desk.clock.forward({ days: 1 });
  await look(week);
  expect(sealings(week)).toHaveLength(2);
});

test('an office that was off at its hour seals at the next sign-in, whoever it is, and its own Friday after that', async () => {
  const week = await openWeeklyDesk();
  await week.register('张欣');
  week.desk.clock.set('2026-11-30T01:00:00.000Z');
  await week.desk.signIn('auxiliary');
  await expect.poll(() => week.outbox()).toHaveLength(1);
  expect((await week.desk.counter.weekly.status({})).state).toBe('overdue');
  await look(week);
  await exportTo(week);
  expect((await week.desk.counter.weekly.status({})).state).toBe('open');
  week.desk.clock.set('2026-12-04T08:00:00.000Z');
  await look(week);
  expect(sealings(week)).toHaveLength(2);
});

test('a week nobody carried is put down once, and the auditor reads which', async () => {
  const week = await openWeeklyDesk();
  week.desk.clock.set('2026-12-08T01:00:00.000Z');
  await week.desk.signIn('auditor');
  await expect.poll(() => week.desk.counter.weekly.missed({})).toHaveLength(2);
  await week.desk.signIn('auditor');
  await look(week);
  const missed = await week.desk.counter.weekly.missed({});
  expect(missed.map(({ year, week: number }) => [year, number])).toEqual([
    [2026, 49],
    [2026, 48],
  ]);
  expect(week.events().filter(({ event }) => event === 'week-missed')).toHaveLength(2);
  await week.desk.signIn('auxiliary');
  expect(await failureOfCall(week.desk.counter.weekly.missed({}))).toEqual({ code: 'forbidden' });
});

test('a week that was carried in time is never called missed', async () => {
  const week = await openWeeklyDesk();
  await exportTo(week);
  week.desk.clock.set('2026-12-04T09:00:00.000Z');
  await look(week);
  await exportTo(week);
  week.desk.clock.set('2026-12-07T01:00:00.000Z');
  await look(week);
  expect(week.events().map(({ event }) => event)).not.toContain('week-missed');
});

test('the administrator moves the hour, and a day off moves it by itself', async () => {
  const week = await openWeeklyDesk('administrator');
  const {
    code: _code,
    revision,
    backupFolder: _folder,
    ...fields
  } = await week.desk.counter.office.profile({});
  expect(fields).toMatchObject({ weeklyWeekday: 5, weeklyHour: 16 });
  await week.desk.counter.office.amend({ revision, fields: { ...fields, weeklyWeekday: 1, weeklyHour: 10 } });
  expect((await week.desk.counter.weekly.status({})).dueOn).toBe('2026-11-23');
  week.desk.clock.set('2026-11-23T01:59:00.000Z');
  await look(week);
  expect(week.outbox()).toEqual([]);
  week.desk.clock.set('2026-11-23T02:00:00.000Z');
  await look(week);
  expect(week.outbox()).toHaveLength(1);
  // National Day 2027: Friday 1 October.
  const { revision: now } = await week.desk.counter.office.profile({});
  await week.desk.counter.office.amend({ revision: now, fields });
  week.desk.clock.set('2027-09-28T01:00:00.000Z');
  expect((await week.desk.counter.weekly.status({})).dueOn).toBe('2027-09-30');
});

test('a seal that fails stops neither the sign-in nor the lock, and is made up for later', async () => {
  const week = await openWeeklyDesk();
  week.desk.clock.set(DUE);
  const outbox = join(week.desk.dataDir, 'outbox');
  rmSync(outbox, { recursive: true });
  await week.desk.office().close();
  await week.desk.restart();
  rmSync(outbox, { recursive: true });
  writeFileSync(outbox, 'a file in the place of the folder');
  const me = await week.desk.counter.session
    .unlock({ login: 'office1', password: 'the lamp stays lit 24' })
    .catch((error: unknown) => error);
  expect(me).toMatchObject({ role: 'officer' });
  await week.desk.office().lock('asked');
  expect(week.desk.ended).toEqual(['asked']);
  rmSync(outbox);
  await week.desk.signIn('officer');
  await expect.poll(() => week.outbox()).toHaveLength(1);
  expect(bundlesOn(week.stick)).toEqual([]);
});

test('the office looks at once, every half minute, and ten minutes after a look that failed', async () => {
  vi.useFakeTimers();
  let looks = 0;
  let fails = false;
  const failures: unknown[] = [];
  const schedule = openSchedule(
    () => {
      looks += 1;
      return fails ? Promise.reject(new Error('full')) : Promise.resolve();
    },
    (error) => failures.push(error),
  );
  await vi.advanceTimersByTimeAsync(60_000);
  expect(looks).toBe(3);
  fails = true;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(failures).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(9 * 60_000);
  expect(looks).toBe(4);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(looks).toBe(5);
  await schedule.stop();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(looks).toBe(5);
});
