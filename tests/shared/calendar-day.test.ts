import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  isCalendarDay,
  isoWeekOf,
  startOfDay,
  timeOf,
  weekdayOf,
} from '#shared/kernel/calendar-day.ts';
import { testClock } from '#tests/support/clock.ts';
import { today } from '#shared/kernel/clock.ts';

/** Any day of two centuries. */
const days = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays('1960-01-01', n));

describe('calendar days in China', () => {
  test('a day that does not exist is no day, and neither is another way of writing one', () => {
    const no = [
      '2026-02-30',
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '20260101',
      '2026-01-01T00:00',
      '',
      '１９９０-01-01',
      '1899-12-31',
      '3000-01-01',
      '0000-01-01',
      '9999-12-31',
      ' 2026-01-01',
    ];
    expect(no.filter(isCalendarDay)).toEqual([]);
    const yes = ['2024-02-29', '2000-02-29', '1900-01-01', '2999-12-31', '2026-11-23'];
    expect(yes.filter(isCalendarDay)).toEqual(yes);
  });

  test('a day begins at 16:00 UTC of the day before and comes back from every instant in it', () => {
    expect(startOfDay('2026-11-23')).toBe('2026-11-22T16:00:00.000Z');
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 86_399_999 }), (day, ms) => {
        const instant = new Date(Date.parse(startOfDay(day)) + ms).toISOString();
        expect(dayOf(instant)).toBe(day);
        const minutes = Math.floor(ms / 60_000);
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        expect(timeOf(instant)).toBe(time);
      }),
    );
  });

  test('the clock of the PC at half past midnight in China still says yesterday in UTC, and the office is not misled', () => {
    const clock = testClock('2026-11-22T16:30:00.000Z');
    expect(today(clock)).toBe('2026-11-23');
    clock.forward({ minutes: -31 });
    expect(today(clock)).toBe('2026-11-22');
  });

  test('days added are days between, there and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (day, n) => {
        const other = addDays(day, n);
        expect(isCalendarDay(other)).toBe(true);
        expect(daysBetween(day, other)).toBe(n);
        expect(addDays(other, -n)).toBe(day);
        expect(other < day).toBe(n < 0);
      }),
    );
  });

  test('a month later is the same day, or the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-12-31', 12)).toBe('2027-12-31');
    expect(addMonths('2026-11-23', 0)).toBe('2026-11-23');
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (day, months) => {
        const later = addMonths(day, months);
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
        expect(isCalendarDay(later)).toBe(true);
        expect(index(later) - index(day)).toBe(months);
        const shortened = later.slice(8) !== day.slice(8);
        // Where the day differs, it is because the month ends: the next day is the first.
        expect(shortened ? addDays(later, 1).slice(8) : '01').toBe('01');
      }),
    );
  });

  test('weeks are those of ISO 8601, also over the turn of a year', () => {
    const known: readonly [day: string, year: number, week: number, monday: string][] = [
      ['2026-11-23', 2026, 48, '2026-11-23'],
      ['2026-12-31', 2026, 53, '2026-12-28'],
      ['2027-01-01', 2026, 53, '2026-12-28'],
      ['2027-01-03', 2026, 53, '2026-12-28'],
      ['2027-01-04', 2027, 1, '2027-01-04'],
      ['2024-12-30', 2025, 1, '2024-12-30'],
      ['2023-01-01', 2022, 52, '2022-12-26'],
      ['2020-12-31', 2020, 53, '2020-12-28'],
      ['2021-01-03', 2020, 53, '2020-12-28'],
      ['2018-12-31', 2019, 1, '2018-12-31'],
    ];
    for (const [day, year, week, monday] of known)
      expect({ day, ...isoWeekOf(day) }).toEqual({ day, year, week, from: monday, to: addDays(monday, 6) });
  });

  test('every day stands in its week, weeks follow each other, and week 1 holds the fourth of January', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { from, to, year, week } = isoWeekOf(day);
        expect(from <= day && day <= to).toBe(true);
        expect(weekdayOf(from)).toBe(1);
        expect(weekdayOf(to)).toBe(7);
        expect(daysBetween(from, day) + 1).toBe(weekdayOf(day));
        const next = isoWeekOf(addDays(to, 1));
        expect(next.year === year ? next.week : 1).toBe(next.year === year ? week + 1 : next.week);
        expect(isoWeekOf(`${year}-01-04`)).toMatchObject({ year, week: 1 });
      }),
    );
  });
});
