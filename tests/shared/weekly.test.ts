import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isoWeekOf } from '#shared/kernel/calendar-day.ts';
import { weeklyState, type WeeklyState } from '#shared/ledgers/weekly.ts';

// Week 48 of 2026 is Monday 23 to Sunday 29 November.
const MONDAY = '2026-11-23';
const THURSDAY = '2026-11-26';
const FRIDAY = '2026-11-27';
const SUNDAY = '2026-11-29';
const NEXT_MONDAY = '2026-11-30';
const LONG_AGO = '2026-01-05';

describe('the weekly bundle', () => {
  test('is open until Thursday, due from Friday, done once written, overdue when a week went by without one', () => {
    const table: readonly [
      what: string,
      written: string | null,
      since: string,
      today: string,
      WeeklyState,
    ][] = [
      ['set up this week, nothing written, Monday', null, MONDAY, MONDAY, 'open'],
      ['set up this week, nothing written, Thursday', null, MONDAY, THURSDAY, 'open'],
      ['set up this week, nothing written, Friday', null, MONDAY, FRIDAY, 'due'],
      ['set up this week, nothing written, Sunday', null, MONDAY, SUNDAY, 'due'],
      ['set up on Sunday, Monday after', null, SUNDAY, NEXT_MONDAY, 'overdue'],
      ['never written, set up long ago', null, LONG_AGO, MONDAY, 'overdue'],
      ['written last Friday, Monday', '2026-11-20', LONG_AGO, MONDAY, 'open'],
      ['written last Monday, Thursday', '2026-11-16', LONG_AGO, THURSDAY, 'open'],
      ['written last week, Friday', '2026-11-20', LONG_AGO, FRIDAY, 'due'],
      ['written the Sunday two weeks ago', '2026-11-15', LONG_AGO, MONDAY, 'overdue'],
      ['written today', FRIDAY, LONG_AGO, FRIDAY, 'done'],
      ['written on Monday, Sunday', MONDAY, LONG_AGO, SUNDAY, 'done'],
      ['written this week, Monday after', FRIDAY, LONG_AGO, NEXT_MONDAY, 'open'],
      ['written by a clock that ran ahead', '2026-12-20', LONG_AGO, FRIDAY, 'done'],
    ];
    for (const [what, written, since, today, state] of table)
      expect({ what, state: weeklyState(true, written, since, today) }).toEqual({ what, state });
  });

  test('asks for enrolment first, whatever the day', () => {
    for (const today of [MONDAY, FRIDAY, NEXT_MONDAY])
      expect(weeklyState(false, null, LONG_AGO, today)).toBe('not-enrolled');
  });

  test('says the same on every day of a week but for Friday, and never nags in a week that has its bundle', () => {
    const offsets = fc.integer({ min: 0, max: 700 });
    fc.assert(
      fc.property(offsets, offsets, (written, now) => {
        const writtenOn = addDays(LONG_AGO, written);
        const today = addDays(LONG_AGO, now);
        const state = weeklyState(true, writtenOn, LONG_AGO, today);
        if (isoWeekOf(writtenOn).from === isoWeekOf(today).from) expect(state).toBe('done');
        if (writtenOn < addDays(isoWeekOf(today).from, -7)) expect(state).toBe('overdue');
      }),
    );
  });
});
