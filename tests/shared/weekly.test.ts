import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, isoWeekOf, startOfDay, weekdayOf } from '#shared/kernel/calendar-day.ts';
import { isWorkingDay } from '#shared/kernel/working-days.ts';
import {
  DEFAULT_WINDOW,
  dueAt,
  dueDayOf,
  MISSED_MAX,
  missedWeeks,
  mustSeal,
  servedUntil,
  weeklyState,
  type WeeklyPast,
  type WeeklyState,
} from '#shared/ledgers/weekly.ts';

// Week 48 of 2026 is Monday 23 to Sunday 29 November.
const MONDAY = '2026-11-23';
const THURSDAY = '2026-11-26';
const FRIDAY = '2026-11-27';
const SATURDAY = '2026-11-28';
const NEXT_MONDAY = '2026-11-30';
const NEXT_FRIDAY = '2026-12-04';
const LONG_AGO = '2026-01-05';

/** An instant of a day in China. */
const at = (day: string, hour = 9): string =>
  new Date(Date.parse(startOfDay(day)) + hour * 3_600_000).toISOString();
const past = (since: string, ...sealed: string[]): WeeklyPast => ({ window: DEFAULT_WINDOW, since, sealed });

describe('the due day', () => {
  test('is the window’s own, Friday unless somebody said otherwise', () => {
    expect(dueDayOf(MONDAY, DEFAULT_WINDOW)).toBe(FRIDAY);
    expect(dueDayOf(MONDAY, { weekday: 3, hour: 9 })).toBe('2026-11-25');
    expect(dueAt(MONDAY, DEFAULT_WINDOW)).toBe('2026-11-27T08:00:00.000Z');
  });

  test('gives way to the last working day before it, to the first one after where nobody worked yet, or to none', () => {
    // National Day 2026: Thursday 1 to Wednesday 7 October, worked on Saturday 10.
    expect(dueDayOf('2026-09-28', DEFAULT_WINDOW)).toBe('2026-09-30');
    expect(dueDayOf('2026-10-05', { weekday: 3, hour: 16 })).toBe('2026-10-08');
    // Mid-Autumn: the Friday itself.
    expect(dueDayOf('2026-09-21', DEFAULT_WINDOW)).toBe('2026-09-24');
    // Spring Festival: Sunday 15 to Monday 23 February, a whole week off.
    expect(dueDayOf('2026-02-16', DEFAULT_WINDOW)).toBeNull();
  });

  test('is a working day of its week in every week of twenty-five years, and never after the window where somebody worked before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 25 * 52 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 23 }),
        (weeks, weekday, hour) => {
          const monday = addDays('2025-01-06', weeks * 7);
          const week = Array.from({ length: 7 }, (_, i) => addDays(monday, i));
          const due = dueDayOf(monday, { weekday, hour });
          if (due === null) {
            expect(week.some(isWorkingDay)).toBe(false);
            return;
          }
          expect(week).toContain(due);
          expect(isWorkingDay(due)).toBe(true);
          const workedBefore = week.slice(0, weekday).some(isWorkingDay);
          expect(weekdayOf(due) <= weekday).toBe(workedBefore);
          expect(week.filter((day) => day > due && weekdayOf(day) <= weekday).some(isWorkingDay)).toBe(false);
        },
      ),
    );
  });
});

describe('the reminder', () => {
  test('is open until the day before, due on its day, overdue from the day after, done once written', () => {
    const table: readonly [what: string, sealed: string[], since: string, now: string, WeeklyState][] = [
      ['enrolled this week, Monday', [], at(MONDAY), at(MONDAY), 'open'],
      ['enrolled this week, Thursday', [], at(MONDAY), at(THURSDAY), 'open'],
      ['Friday morning', [], at(MONDAY), at(FRIDAY), 'due'],
      ['Friday evening', [], at(MONDAY), at(FRIDAY, 20), 'due'],
      ['Saturday', [], at(MONDAY), at(SATURDAY), 'overdue'],
      ['enrolled on Saturday, Saturday', [], at(SATURDAY), at(SATURDAY), 'done'],
      ['enrolled on Saturday, Monday after', [], at(SATURDAY), at(NEXT_MONDAY), 'open'],
      ['never written, enrolled long ago', [], at(LONG_AGO), at(MONDAY), 'overdue'],
      ['written last Friday evening, Monday', [at(FRIDAY, 17)], at(MONDAY), at(NEXT_MONDAY), 'open'],
      ['written ahead on Monday, Sunday', [at(MONDAY, 10)], at(MONDAY), at('2026-11-29'), 'done'],
      ['written ahead on Monday, Monday after', [at(MONDAY, 10)], at(MONDAY), at(NEXT_MONDAY), 'open'],
      ['caught up on Monday, the same day', [at(NEXT_MONDAY, 10)], at(MONDAY), at(NEXT_MONDAY, 11), 'open'],
      ['caught up on Monday, Friday', [at(NEXT_MONDAY, 10)], at(MONDAY), at(NEXT_FRIDAY), 'due'],
      ['written by a clock that ran ahead', [at('2026-12-20')], at(MONDAY), at(FRIDAY), 'done'],
      ['Spring Festival, all of it off', [at('2026-02-13', 17)], at('2026-02-09'), at('2026-02-20'), 'open'],
      ['the Friday after it', [at('2026-02-13', 17)], at('2026-02-09'), at('2026-02-27'), 'due'],
    ];
    for (const [what, sealed, since, now, state] of table)
      expect({ what, state: weeklyState(past(since, ...sealed), now) }).toEqual({ what, state });
  });

  test('asks for enrolment first, whatever the day', () => {
    for (const day of [MONDAY, FRIDAY, NEXT_MONDAY]) expect(weeklyState(null, at(day))).toBe('not-enrolled');
  });

  test('names the weeks that are over without a bundle, each until it is caught up, and no more than a year of them', () => {
    const since = at(MONDAY);
    expect(missedWeeks(past(since), at('2026-11-29'))).toEqual([]);
    expect(missedWeeks(past(since), at(NEXT_MONDAY))).toEqual([MONDAY]);
    expect(missedWeeks(past(since), at('2026-12-07'))).toEqual([MONDAY, NEXT_MONDAY]);
    expect(missedWeeks(past(since, at('2026-12-07')), at('2026-12-08'))).toEqual([]);
    const years = missedWeeks(past(at('2010-01-01')), at(MONDAY));
    expect(years.length).toBeLessThanOrEqual(MISSED_MAX);
    expect(years[0]).toBe('2025-11-17');
  });
});

describe('an office that seals by itself', () => {
  /** Somebody is there at these hours since Monday; the office looks each time and seals where it must. */
  function live(hours: readonly number[], weekday: number, hour: number) {
    const since = at('2026-01-05', 0);
    const window = { weekday, hour };
    const own: string[] = [];
    for (const offset of hours) {
      const now = new Date(Date.parse(since) + offset * 3_600_000).toISOString();
      if (mustSeal({ window, since, sealed: own }, now)) own.push(now);
    }
    return { since, window, own };
  }

  test('seals each week once at the most, never before its due time, and leaves nothing due unsealed', () => {
    const everyHour = fc.uniqueArray(fc.integer({ min: 0, max: 3 * 365 * 24 }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        everyHour,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 23 }),
        (offsets, weekday, hour) => {
          const hours = offsets.toSorted((a, b) => a - b);
          const { since, window, own } = live(hours, weekday, hour);
          const served = own.map((_, i) => servedUntil({ window, since, sealed: own.slice(0, i + 1) }));
          // Each bundle is for a week that had none: so no week is sealed twice by itself.
          expect(new Set(served).size).toBe(served.length);
          expect(served.toSorted()).toEqual(served);
          for (const [i, monday] of served.entries()) {
            const due = dueAt(monday, window);
            if (due !== null) expect(due <= (own[i] ?? '')).toBe(true);
          }
          const last = new Date(Date.parse(since) + (hours.at(-1) ?? 0) * 3_600_000).toISOString();
          expect(mustSeal({ window, since, sealed: own }, last)).toBe(false);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('with somebody there every day seals on the due day of every week that has one, for a year', () => {
    const daily = Array.from({ length: 364 }, (_, day) => day * 24 + 18);
    const { window, own } = live(daily, 5, 16);
    for (const sealed of own) expect(dayOf(sealed)).toBe(dueDayOf(isoWeekOf(dayOf(sealed)).from, window));
    const weeks = Array.from({ length: 52 }, (_, i) => addDays('2026-01-05', i * 7));
    expect(own.length).toBe(weeks.filter((monday) => dueDayOf(monday, window) !== null).length);
  });

  test('has nothing to do where somebody exported this week, and seals again the week after', () => {
    const since = at(MONDAY);
    expect(mustSeal(past(since, at(THURSDAY)), at(FRIDAY, 17))).toBe(false);
    expect(mustSeal(past(since, at(THURSDAY)), at(NEXT_FRIDAY, 15))).toBe(false);
    expect(mustSeal(past(since, at(THURSDAY)), at(NEXT_FRIDAY, 16))).toBe(true);
  });

  test('catches up after the PC was off, and still has a bundle of its own week', () => {
    const since = at(MONDAY);
    expect(mustSeal(past(since), at(FRIDAY, 15))).toBe(false);
    expect(mustSeal(past(since), at(NEXT_MONDAY, 8))).toBe(true);
    expect(mustSeal(past(since, at(NEXT_MONDAY, 8)), at(NEXT_MONDAY, 9))).toBe(false);
    expect(mustSeal(past(since, at(NEXT_MONDAY, 8)), at(NEXT_FRIDAY, 16))).toBe(true);
  });
});
