import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { ROLES, type Role } from '#shared/kernel/role.ts';
import { CATEGORIES, CATEGORY_CODES } from '#shared/ledgers/statutory/categories.ts';
import { firstDuties } from '#shared/ledgers/statutory/duties.ts';
import {
  ENTRY_STATES,
  isListed,
  maySee,
  STANDINGS,
  standingOn,
  type EntryFacts,
  type Standing,
} from '#shared/ledgers/statutory/standing.ts';
import { APPROVAL_DAYS, latestEnd, NOTICE_DAYS } from '#shared/ledgers/statutory/term.ts';
import { anyCategory, anyDay, factsOf } from '#tests/support/statutory-entries.ts';
import { TODAY } from '#tests/support/visits.ts';

const withNotice = CATEGORY_CODES.filter((code) => CATEGORIES[code].endNotice);
const without = CATEGORY_CODES.filter((code) => !CATEGORIES[code].endNotice);

describe('an entry that the station has not answered', () => {
  test('stands in no list, and is gone on the fourteenth day after it was entered', () => {
    for (const state of ['provisional', 'denied'] as const) {
      const facts = factsOf('SM01', { state, enteredOn: TODAY });
      const standings = [0, 1, 13, 14, 15, 400].map((days) => standingOn(facts, addDays(TODAY, days)));
      expect(standings).toEqual([state, state, state, 'to-remove', 'to-remove', 'to-remove']);
      expect(standings.filter(isListed)).toEqual([]);
    }
    expect(APPROVAL_DAYS).toBe(14);
  });

  test('comes into force by no day, only by an answer', () => {
    fc.assert(
      fc.property(anyCategory, anyDay, fc.integer({ min: -30, max: 5000 }), (category, entered, days) => {
        for (const state of ['provisional', 'denied'] as const)
          expect(
            isListed(standingOn(factsOf(category, { state, enteredOn: entered }), addDays(entered, days))),
          ).toBe(false);
      }),
    );
  });
});

describe('an approved entry', () => {
  test('is in force until the day before its end, and over on the day itself', () => {
    for (const category of CATEGORY_CODES) {
      const facts = factsOf(category);
      const over = CATEGORIES[category].endNotice ? 'notice-due' : 'to-seal';
      expect([category, standingOn(facts, addDays(facts.endsOn, -1))]).toEqual([category, 'in-force']);
      expect([category, standingOn(facts, facts.endsOn)]).toEqual([category, over]);
    }
  });

  test('that was ended early is over on that day; a later day than its own moves nothing', () => {
    for (const category of without) {
      const ended = factsOf(category, { endedOn: '2026-12-10', endHow: 'changed' });
      expect(standingOn(ended, '2026-12-09')).toBe('in-force');
      expect(standingOn(ended, '2026-12-10')).toBe('to-seal');
      const end = latestEnd(category, ended.startsOn);
      const put = factsOf(category, { endedOn: addDays(end, 5), endHow: 'changed' });
      expect(standingOn(put, end)).toBe('to-seal');
    }
  });

  test('whose notice is owed waits for it thirty days and no longer, and only where the law asks for one', () => {
    expect(withNotice).toEqual(['SM03', 'SM05', 'SM06']);
    for (const category of withNotice) {
      const facts = factsOf(category);
      const after = (days: number, noticeOn: string | null = null) =>
        standingOn({ ...facts, noticeOn }, addDays(facts.endsOn, days));
      expect([0, 29, 30, 31].map((days) => after(days))).toEqual([
        'notice-due',
        'notice-due',
        'to-seal',
        'to-seal',
      ]);
      expect(after(3, addDays(facts.endsOn, 3))).toBe('to-seal');
    }
    expect(NOTICE_DAYS).toBe(30);
  });

  test('stands somewhere on every day, and never comes back into force', () => {
    const order: Standing[] = ['in-force', 'notice-due', 'to-seal'];
    fc.assert(
      fc.property(
        anyCategory,
        anyDay,
        fc.integer({ min: 0, max: 4200 }),
        fc.integer({ min: 0, max: 4200 }),
        (category, startsOn, one, other) => {
          const [sooner, later] = one < other ? [one, other] : [other, one];
          const facts = factsOf(category, { startsOn });
          const rank = (days: number) => order.indexOf(standingOn(facts, addDays(startsOn, days)));
          expect(rank(sooner)).toBeGreaterThanOrEqual(0);
          expect(rank(later)).toBeGreaterThanOrEqual(rank(sooner));
        },
      ),
    );
  });
});

describe('duties', () => {
  test('are there only while it is in force: nothing is due on its last day or after it', () => {
    fc.assert(
      fc.property(
        anyCategory,
        anyDay,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (category, startsOn, length, late) => {
          const latest = latestEnd(category, startsOn);
          const typed = addDays(startsOn, length);
          const endsOn = typed < latest ? typed : latest;
          const facts = factsOf(category, { startsOn, endsOn });
          for (const { dueOn } of firstDuties({ category, endsOn, everyDays: 30 }, addDays(startsOn, late)))
            expect(standingOn(facts, dueOn)).toBe('in-force');
        },
      ),
    );
  });
});

describe('who may see an entry', () => {
  const MINE = '07-000002';
  const OTHER = '07-000009';

  /** Written out, not reckoned: officer in charge, another officer; every other role sees nothing. */
  const SEEN: Readonly<Record<Standing, { mine: boolean; order: boolean; ordinary: boolean }>> = {
    provisional: { mine: true, order: false, ordinary: false },
    denied: { mine: true, order: false, ordinary: false },
    'in-force': { mine: true, order: true, ordinary: false },
    'notice-due': { mine: true, order: false, ordinary: false },
    'to-seal': { mine: false, order: false, ordinary: false },
    'to-remove': { mine: false, order: false, ordinary: false },
  };

  test('is the officer in charge, and for a protection order in force every officer: the whole table', () => {
    for (const category of CATEGORY_CODES)
      for (const standing of STANDINGS)
        for (const role of ROLES)
          for (const staff of [MINE, OTHER]) {
            const row = SEEN[standing];
            const shared = category === 'SM08' ? row.order : row.ordinary;
            const expected = role === 'officer' && (staff === MINE ? row.mine : shared);
            const cell = { category, standing, role, staff };
            expect({ ...cell, may: maySee({ category, officer: MINE }, standing, { role, staff }) }).toEqual({
              ...cell,
              may: expected,
            });
          }
  });

  test('is nobody by name: whoever is in charge and is no officer any more sees nothing', () => {
    const roles: readonly Role[] = ROLES.filter((role) => role !== 'officer');
    for (const category of CATEGORY_CODES)
      for (const role of roles)
        expect(maySee({ category, officer: MINE }, 'in-force', { role, staff: MINE })).toBe(false);
  });

  test('is nobody at all from the day on which it ends, whatever program runs or does not', () => {
    const anyFacts: fc.Arbitrary<EntryFacts> = fc
      .tuple(anyCategory, anyDay, fc.constantFrom(...ENTRY_STATES))
      .map(([category, startsOn, state]) => factsOf(category, { startsOn, state, enteredOn: startsOn }));
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 2000 }), (facts, later) => {
        const standing = standingOn(facts, addDays(facts.endsOn, NOTICE_DAYS + later));
        for (const role of ROLES)
          expect(maySee({ category: facts.category, officer: MINE }, standing, { role, staff: MINE })).toBe(
            false,
          );
      }),
    );
  });
});
