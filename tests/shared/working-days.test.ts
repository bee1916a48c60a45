import { getLunarDate, getSolarTermDate, isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDay, weekdayOf } from '#shared/kernel/calendar-day.ts';
import { ANNOUNCED, MOVING_FESTIVALS } from '#shared/kernel/public-holidays.ts';
import { addWorkingDays, isAnnounced, isWorkingDay } from '#shared/kernel/working-days.ts';

/** The calendar of somebody else, kept by other hands from the same announcements. */
const oracle = { getLunarDate, getSolarTermDate, isWorkday };

const daysOf = (year: number): CalendarDay[] => {
  const days: CalendarDay[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) days.push(day);
  return days;
};
/** Every day of the years announced, of those only reckoned, and of one nobody knows anything about. */
const days = fc.integer({ min: 0, max: 2_921 }).map((n) => addDays('2024-01-01', n));

describe('the days on which public bodies work', () => {
  test.each([2025, 2026])('are those announced, on every day of %i', (year) => {
    const all = daysOf(year);
    expect(all).toHaveLength(365);
    expect(all.filter(isWorkingDay)).toEqual(all.filter((day) => oracle.isWorkday(day)));
    expect(all.every(isAnnounced)).toBe(true);
  });

  test('include Saturdays and Sundays that are worked instead, and only such', () => {
    for (const [year, { rests, worked }] of Object.entries(ANNOUNCED)) {
      for (const day of worked) expect({ day, weekend: weekdayOf(day) > 5 }).toEqual({ day, weekend: true });
      for (const [from, to] of rests)
        expect({ from, to, fits: from <= to && from.startsWith(year) && to.startsWith(year) }).toEqual({
          from,
          to,
          fits: true,
        });
    }
  });

  test('of a year not announced are all but weekends and the festivals of the law', () => {
    for (const year of [2027, 2028, 2029, 2030]) {
      const off = daysOf(year).filter((day) => weekdayOf(day) < 6 && !isWorkingDay(day));
      const festivals = daysOf(year).filter((day) => weekdayOf(day) < 6 && isFestival(day));
      expect({ year, off }).toEqual({ year, off: festivals });
      expect(daysOf(year).filter((day) => weekdayOf(day) > 5 && isWorkingDay(day))).toEqual([]);
      expect(daysOf(year).some(isAnnounced)).toBe(false);
    }
  });
});

describe('the festivals that follow the moon and the sun', () => {
  test.each(Object.entries(MOVING_FESTIVALS))('of %s are those of the lunar calendar', (year, festivals) => {
    const [eve, qingming, dragonBoat, midAutumn] = festivals;
    expect(lunarOf(addDays(eve, 1))).toBe('1-1');
    expect(qingming).toBe(oracle.getSolarTermDate(Number(year), 4, 'pure_brightness'));
    expect(lunarOf(dragonBoat)).toBe('5-5');
    expect(lunarOf(midAutumn)).toBe('8-15');
    for (const day of festivals) expect(day.slice(0, 4)).toBe(year);
  });

  test('are known for every year from the first that is not announced', () => {
    const years = [...Object.keys(ANNOUNCED), ...Object.keys(MOVING_FESTIVALS)].map(Number);
    expect(years).toEqual(years.map((_, index) => 2025 + index));
  });
});

describe('a term in working days', () => {
  test('ends on a working day, and as many of them lie in it as it has', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const last = addWorkingDays(from, count);
        expect(last > from).toBe(true);
        expect(isWorkingDay(last)).toBe(true);
        expect(workingDaysBetween(from, last)).toBe(count);
        expect(workingDaysBetween(from, addDays(last, -1))).toBe(count - 1);
      }),
      { numRuns: 300 },
    );
  });

  test('between two days leads from the first back to the last of them that was worked', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 90 }), (from, later) => {
        const to = addDays(from, later);
        const last = addWorkingDays(from, workingDaysBetween(from, to));
        expect(last <= to).toBe(true);
        expect(workingDaysBetween(last, to)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('adds up when it is cut in two', () => {
    fc.assert(
      fc.property(days, fc.nat(40), fc.nat(40), (from, first, second) => {
        expect(addWorkingDays(addWorkingDays(from, first), second)).toBe(
          addWorkingDays(from, first + second),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('of no days ends before it has begun', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(addWorkingDays(day, 0)).toBe(day);
      }),
    );
  });

  test('over the Spring Festival of 2026 skips nine days and counts the Saturdays before and after', () => {
    expect(addWorkingDays('2026-02-13', 1)).toBe('2026-02-14');
    expect(addWorkingDays('2026-02-13', 2)).toBe('2026-02-24');
    expect(addWorkingDays('2026-02-13', 7)).toBe('2026-03-02');
    expect(workingDaysBetween('2026-02-13', '2026-02-28')).toBe(6);
  });
});

function lunarOf(day: CalendarDay): string {
  const { lunarMon, lunarDay, isLeap } = oracle.getLunarDate(day);
  return `${isLeap ? 'leap ' : ''}${lunarMon}-${lunarDay}`;
}

/** Counted one by one, so that a term is held to the days and not to its own reckoning. */
function workingDaysBetween(from: CalendarDay, to: CalendarDay): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}

const FIXED = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/** 《全国年节及纪念日放假办法》, read off the oracle's calendar and not off our tables. */
function isFestival(day: CalendarDay): boolean {
  const eve = lunarOf(addDays(day, 1)) === '1-1';
  const spring = ['1-1', '1-2', '1-3'].includes(lunarOf(day));
  const moon = ['5-5', '8-15'].includes(lunarOf(day));
  const qingming = day === oracle.getSolarTermDate(Number(day.slice(0, 4)), 4, 'pure_brightness');
  return eve || spring || moon || qingming || FIXED.includes(day.slice(5));
}
