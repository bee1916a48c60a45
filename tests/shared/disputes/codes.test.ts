import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/calendar-day.ts';
import * as codes from '#shared/ledgers/disputes/codes.ts';
import { DEED_FLAWS, DEED_RULES, type DeedRule } from '#shared/ledgers/disputes/deeds.ts';
import { FOLLOW_UP_DAYS, followUpsAfter } from '#shared/ledgers/disputes/machine.ts';
import {
  AGE_MARKS,
  ageMarkOf,
  LOOP_STEPS,
  NEXT_STEPS,
  STAGE_RULES,
  STAGES,
} from '#shared/ledgers/disputes/stages.ts';
import { deedFlaw } from '#shared/ledgers/disputes/machine.ts';
import { daysAround, everyDeed, everyWay, newMatters } from '#tests/support/dispute-ways.ts';
import { TODAY } from '#tests/support/visits.ts';

describe('the code lists of disputes', () => {
  test('have each code and each digit once', () => {
    const lists = [codes.DISPUTE_TYPE_CODES, codes.DISPUTE_SOURCES, codes.LEVELS, codes.ROUTES];
    for (const list of [...lists, codes.DISPUTE_RESULTS, codes.DISPUTE_BODIES])
      expect(new Set<string>(list).size).toBe(list.length);
    const digits = codes.DISPUTE_TYPES.flatMap(({ digit }) => digit ?? []);
    expect([...digits].sort().join('')).toBe('0123456789');
  });

  test('are all needed: every result, route, next step, loop step and flaw comes up', () => {
    const { standings } = everyWay({ from: newMatters() });
    const results = new Set(standings.flatMap(({ result }) => result ?? []));
    expect(results).toEqual(new Set(codes.DISPUTE_RESULTS));
    expect(new Set(standings.flatMap(({ route }) => route ?? []))).toEqual(new Set(codes.ROUTES));
    const rules = STAGES.map((stage) => STAGE_RULES[stage]);
    expect(new Set(rules.flatMap(({ next }) => next ?? []))).toEqual(new Set(NEXT_STEPS));
    expect(new Set(rules.map(({ step }) => step))).toEqual(new Set(LOOP_STEPS));
    const deeds = everyDeed(daysAround(TODAY));
    const flaws = standings.flatMap((standing) =>
      deeds.flatMap((deed) =>
        (['auxiliary', 'officer'] as const).map((role) => deedFlaw(standing, deed, role, TODAY)),
      ),
    );
    expect(new Set(flaws.filter((flaw) => flaw !== null))).toEqual(new Set(DEED_FLAWS));
  });

  test('let a matter go up and never down', () => {
    codes.LEVELS.forEach((level, index) => {
      expect(codes.levelsAbove(level)).toEqual(codes.LEVELS.slice(index + 1));
    });
    expect(codes.levelsAbove('judicial')).toEqual([]);
  });

  test('name in every deed roles that exist and stages in their order', () => {
    for (const [name, { from, to, roles }] of Object.entries<DeedRule>(DEED_RULES)) {
      expect({ name, twice: new Set(from).size < from.length || new Set(to).size < to.length }).toEqual({
        name,
        twice: false,
      });
      expect({ name, roles }).toSatisfy(() => roles.length > 0 && roles.every((role) => role !== 'auditor'));
    }
  });
});

describe('going and asking whether it holds', () => {
  test('is planned fifteen and ninety days after the parties were told, where it was settled and nowhere else', () => {
    const settled = ['settled-written', 'settled-by-body', 'settled-themselves', 'recognised'];
    for (const result of [null, ...codes.DISPUTE_RESULTS]) {
      const planned = followUpsAfter(result, TODAY);
      const expected = result !== null && settled.includes(result) ? ['2026-12-08', '2027-02-21'] : [];
      expect({ result, planned }).toEqual({ result, planned: expected });
      expect(codes.isSettled(result)).toBe(expected.length > 0);
    }
    expect(FOLLOW_UP_DAYS.map((days) => addDays(TODAY, days))).toEqual(['2026-12-08', '2027-02-21']);
  });
});

describe('telling that the court is open', () => {
  test('is for what was mediated in vain, and never for what was settled', () => {
    const left = [null, ...codes.DISPUTE_RESULTS].filter((result) => codes.isLeftToCourt(result));
    expect(left).toEqual(['mediation-failed', 'not-performed', 'not-settled']);
    expect(left.filter((result) => codes.isSettled(result))).toEqual([]);
  });
});

describe('the age of an open matter', () => {
  test('is marked from the day on which the mark is reached', () => {
    fc.assert(
      fc.property(fc.nat(400), (days) => {
        const mark = ageMarkOf(days);
        expect(mark).toBe([...AGE_MARKS].reverse().find((one) => one <= days) ?? null);
      }),
    );
    expect([0, 2, 3, 6, 7, 14, 15, 29, 30, 400].map(ageMarkOf)).toEqual([
      null,
      null,
      3,
      3,
      7,
      7,
      15,
      15,
      30,
      30,
    ]);
  });
});
