import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isCalendarDay } from '#shared/kernel/calendar-day.ts';
import { CATEGORIES } from '#shared/ledgers/statutory/categories.ts';
import { cleanEntry, entryIssues } from '#shared/ledgers/statutory/entry.ts';
import { isListed, standingOn } from '#shared/ledgers/statutory/standing.ts';
import { endOf, latestEnd, NOTICE_DAYS, remindersIn, termFlaw } from '#shared/ledgers/statutory/term.ts';
import { anyCategory, anyDay, entryOf, factsOf } from '#tests/support/statutory-entries.ts';

/** More days than any month, year or leap day makes of a cap: reckoned without the calendar that the rules use. */
function daysAtMost(category: keyof typeof CATEGORIES): number {
  const { count, unit } = CATEGORIES[category].cap;
  return unit === 'days' ? count : unit === 'months' ? count * 31 : count * 366;
}

describe('reminders of a term', () => {
  test('stand a month and a fortnight before the end, and never before the term itself', () => {
    const endsOn = '2026-12-31';
    expect(remindersIn({ startsOn: '2026-06-01', endsOn })).toEqual(['2026-12-01', '2026-12-16']);
    expect(remindersIn({ startsOn: '2026-12-01', endsOn })).toEqual(['2026-12-16']);
    expect(remindersIn({ startsOn: '2026-12-20', endsOn })).toEqual([]);
  });
});

describe('the cap of a term', () => {
  test('is the last end that may be typed: the day after it is refused, whatever day it starts', () => {
    fc.assert(
      fc.property(anyCategory, anyDay, fc.integer({ min: 1, max: 4000 }), (category, startsOn, beyond) => {
        const latest = latestEnd(category, startsOn);
        expect(termFlaw(category, { startsOn, endsOn: latest }, startsOn)).toBeNull();
        expect(termFlaw(category, { startsOn, endsOn: addDays(latest, beyond) }, startsOn)).toEqual({
          field: 'endsOn',
          rule: 'beyond-cap',
        });
      }),
    );
  });

  test('exists as a day, and is never longer than its months or years have days', () => {
    fc.assert(
      fc.property(anyCategory, anyDay, (category, startsOn) => {
        const latest = latestEnd(category, startsOn);
        expect(isCalendarDay(latest)).toBe(true);
        expect(daysBetween(startsOn, latest)).toBeLessThanOrEqual(daysAtMost(category));
        expect(daysBetween(startsOn, latest)).toBeGreaterThan(85);
      }),
    );
  });

  test('ends on the last day of February where it started on the 29th, or at the end of a longer month', () => {
    expect(latestEnd('SM01', '2028-02-29')).toBe('2029-02-28');
    expect(latestEnd('SM05', '2028-02-29')).toBe('2031-02-28');
    expect(latestEnd('SM03', '2028-02-29')).toBe('2038-02-28');
    expect(latestEnd('SM02', '2026-08-31')).toBe('2027-02-28');
    expect(latestEnd('SM08', '2027-08-31')).toBe('2028-02-29');
    expect(latestEnd('SM07', '2028-02-29')).toBe('2028-05-29');
  });

  test('holds for every entry that can be saved, however its end was typed', () => {
    fc.assert(
      fc.property(
        anyCategory,
        anyDay,
        fc.integer({ min: -40, max: 5000 }),
        fc.integer({ min: 0, max: 200 }),
        (category, startsOn, length, later) => {
          const today = addDays(startsOn, later);
          const typed = entryOf(category, {
            documentDate: startsOn,
            startsOn,
            endsOn: addDays(startsOn, length),
          });
          if (entryIssues(typed, today).length > 0) return;
          expect(typed.endsOn <= latestEnd(category, startsOn)).toBe(true);
          expect(typed.endsOn > today).toBe(true);
        },
      ),
    );
  });

  test('is outlived by no entry, whatever the row says of its ending', () => {
    fc.assert(
      fc.property(
        anyCategory,
        anyDay,
        fc.option(fc.integer({ min: -20, max: 6000 }), { nil: null }),
        fc.boolean(),
        fc.integer({ min: 0, max: 3000 }),
        (category, startsOn, endedAfter, noticed, later) => {
          const latest = latestEnd(category, startsOn);
          const facts = factsOf(category, {
            startsOn,
            endsOn: latest,
            endedOn: endedAfter === null ? null : addDays(startsOn, endedAfter),
            endHow: endedAfter === null ? null : 'changed',
            noticeOn: noticed ? latest : null,
          });
          expect(standingOn(facts, addDays(latest, later))).not.toBe('in-force');
          const afterNotice = addDays(latest, NOTICE_DAYS + later);
          expect(isListed(standingOn(facts, afterNotice))).toBe(false);
          expect(standingOn(facts, afterNotice)).toBe('to-seal');
        },
      ),
    );
  });
});

describe('the end of 社区戒毒', () => {
  test('is computed from the day of reporting, and what is typed changes nothing', () => {
    fc.assert(
      fc.property(anyDay, fc.oneof(anyDay, fc.constantFrom('', '明天', '2026-02-30')), (startsOn, typed) => {
        expect(endOf('SM05', startsOn, typed)).toBe(latestEnd('SM05', startsOn));
        const cleaned = cleanEntry(entryOf('SM05', { documentDate: startsOn, startsOn, endsOn: typed }));
        expect(cleaned.endsOn).toBe(latestEnd('SM05', startsOn));
      }),
    );
  });

  test('is that of no other category: their end is what the document says', () => {
    fc.assert(
      fc.property(anyCategory, anyDay, anyDay, (category, startsOn, typed) => {
        fc.pre(category !== 'SM05');
        expect(endOf(category, startsOn, typed)).toBe(typed);
      }),
    );
  });
});

describe('a term', () => {
  const SM01 = (startsOn: string, endsOn: string, today = '2026-11-23') =>
    termFlaw('SM01', { startsOn, endsOn }, today);

  test('needs two days that exist', () => {
    expect(SM01('2026-02-30', '2026-12-01')).toEqual({ field: 'startsOn', rule: 'not-a-day' });
    expect(SM01('', '2026-12-01')).toEqual({ field: 'startsOn', rule: 'not-a-day' });
    expect(SM01('2026-11-20', '20261201')).toEqual({ field: 'endsOn', rule: 'not-a-day' });
  });

  test('is at least a day long, and not over before it was written down', () => {
    expect(SM01('2026-11-20', '2026-11-20')).toEqual({ field: 'endsOn', rule: 'before-start' });
    expect(SM01('2026-11-20', '2026-11-19')).toEqual({ field: 'endsOn', rule: 'before-start' });
    expect(SM01('2026-11-20', '2026-11-23')).toEqual({ field: 'endsOn', rule: 'over' });
    expect(SM01('2026-11-20', '2026-11-24')).toBeNull();
  });
});
