import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '#shared/kernel/calendar-day.ts';
import { ROLES } from '#shared/kernel/role.ts';
import { CATEGORY_CODES } from '#shared/ledgers/statutory/categories.ts';
import { entryFields, entryIssues } from '#shared/ledgers/statutory/entry.ts';
import { maySee, standingOn } from '#shared/ledgers/statutory/standing.ts';
import { wasMinor } from '#shared/ledgers/statutory/term.ts';
import { anyCategory, anyDay, BEGUN, entryOf, factsOf } from '#tests/support/statutory-entries.ts';
import { TODAY } from '#tests/support/visits.ts';

/** Turns eighteen on the day of the document: a minor still (《刑法》第17条: from the day after). */
const JUST_MINOR = '2008-11-20';
const JUST_ADULT = '2008-11-19';

describe('being a minor on a day', () => {
  test('lasts through the eighteenth birthday and ends on the day after it', () => {
    expect(wasMinor('2008-11-20', '2026-11-19')).toBe(true);
    expect(wasMinor('2008-11-20', '2026-11-20')).toBe(true);
    expect(wasMinor('2008-11-20', '2026-11-21')).toBe(false);
  });

  test('of somebody born on 29 February ends on 1 March: eighteen years later there is no such day', () => {
    expect(wasMinor('2008-02-29', '2026-02-28')).toBe(true);
    expect(wasMinor('2008-02-29', '2026-03-01')).toBe(false);
  });

  test('changes once in a life, between two days that follow each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 20_000 }), (birth, days) => {
        const birthday = addMonths(birth, 216);
        const day = addDays(birth, days);
        expect(wasMinor(birth, day)).toBe(day <= birthday);
        expect(wasMinor(birth, birthday)).toBe(true);
        expect(wasMinor(birth, addDays(birthday, 1))).toBe(false);
      }),
    );
  });
});

describe('a minor', () => {
  test.each(CATEGORY_CODES)('is refused under %s whatever else is right: C5', (category) => {
    const minor = entryOf(category, { birthDate: JUST_MINOR });
    expect(entryIssues(minor, TODAY)).toEqual([{ field: 'birthDate', rule: 'minor' }]);
    expect(entryIssues(entryOf(category, { birthDate: JUST_ADULT }), TODAY)).toEqual([]);
  });

  test('is refused by the day of the document, not by the day of typing or of the start', () => {
    const grownSince = entryOf('SM03', { birthDate: '2006-06-01', documentDate: '2024-05-31' });
    expect(entryIssues(grownSince, TODAY)).toContainEqual({ field: 'birthDate', rule: 'minor' });
  });

  test('may be the protected person of a warning or an order, whose age nobody asks for', () => {
    for (const category of ['SM07', 'SM08'] as const)
      expect(entryIssues(entryOf(category, { protectedName: '小林' }), TODAY)).toEqual([]);
    expect(Object.keys(entryFields).filter((field) => /protected/i.test(field))).toEqual([
      'protectedName',
      'protectedPhone',
    ]);
  });

  test('whose birth date comes to light afterwards is seen by nobody from that moment', () => {
    fc.assert(
      fc.property(anyCategory, fc.integer({ min: 0, max: 400 }), fc.boolean(), (category, days, linked) => {
        const today = addDays(BEGUN, days);
        const facts = factsOf(category, linked ? {} : { birthDate: JUST_MINOR });
        const standing = standingOn(facts, today, linked ? JUST_MINOR : null);
        expect(standing).toBe('to-seal');
        for (const role of ROLES)
          expect(maySee({ category, officer: '07-000002' }, standing, { role, staff: '07-000002' })).toBe(
            false,
          );
      }),
    );
  });

  test('whose entry was not answered yet is removed: it never was one', () => {
    for (const state of ['provisional', 'denied'] as const) {
      expect(standingOn(factsOf('SM01', { state, birthDate: JUST_MINOR }), TODAY)).toBe('to-remove');
      expect(standingOn(factsOf('SM01', { state }), TODAY, JUST_MINOR)).toBe('to-remove');
    }
  });

  test('is nobody of whom the population knows no birth date, or one of an adult', () => {
    for (const other of [null, '', JUST_ADULT])
      expect(standingOn(factsOf('SM01'), TODAY, other)).toBe('in-force');
  });
});
