import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isCalendarDay } from '#shared/kernel/calendar-day.ts';
import { readDay } from '#renderer/ui/fields/day-input.ts';

/** A Monday. */
const TODAY = '2026-11-23';

describe('a day typed at the desk', () => {
  it.each([
    ['2026-11-25', '2026-11-25'],
    ['20261125', '2026-11-25'],
    ['2026/11/25', '2026-11-25'],
    ['2026年11月25日', '2026-11-25'],
    ['1125', '2026-11-25'],
    ['11-25', '2026-11-25'],
    ['11.25', '2026-11-25'],
    ['11月25', '2026-11-25'],
    ['１１２５', '2026-11-25'],
    [' 11 25 ', '2026-11-25'],
    ['今天', '2026-11-23'],
    ['明天', '2026-11-24'],
    ['后天', '2026-11-25'],
    ['昨天', '2026-11-22'],
    ['tomorrow', '2026-11-24'],
    ['+3', '2026-11-26'],
    ['＋３', '2026-11-26'],
    ['+2周', '2026-12-07'],
    ['+1月', '2026-12-23'],
    ['-1', '2026-11-22'],
    ['周三', '2026-11-25'],
    ['周一', '2026-11-23'],
    ['下周三', '2026-12-02'],
    ['星期天', '2026-11-29'],
  ])('reads %s', (typed, day) => {
    expect(readDay(typed, TODAY)).toBe(day);
  });

  it('takes the nearest year for a month and a day, so that January in November is the next one', () => {
    expect(readDay('0105', TODAY)).toBe('2027-01-05');
    expect(readDay('1231', '2027-01-02')).toBe('2026-12-31');
  });

  it.each(['', 'abc', '2026-02-30', '1332', '125', '0000', '+', '周八', '2026-13-01'])(
    'does not guess what %j could mean',
    (typed) => {
      expect(readDay(typed, TODAY)).toBeNull();
    },
  );

  it('reads back every day it could write, and never answers with a day that does not exist', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (away) => {
        const day = addDays(TODAY, away);
        expect(readDay(day, TODAY)).toBe(day);
        expect(readDay(day.replaceAll('-', ''), TODAY)).toBe(day);
      }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 10 }), fc.constant('__proto__')), (typed) => {
        const day = readDay(typed, TODAY);
        expect(day === null || isCalendarDay(day)).toBe(true);
      }),
    );
  });
});
