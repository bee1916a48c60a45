import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween } from '#shared/kernel/calendar-day.ts';
import {
  CATEGORIES,
  CATEGORY_CODES,
  DUTY_KINDS,
  type CategoryCode,
} from '#shared/ledgers/statutory/categories.ts';
import {
  AGREEMENT_DAYS,
  cleanDone,
  doneIssues,
  DUTY_RESULTS,
  firstDuties,
  nextDuty,
  type DutyDay,
} from '#shared/ledgers/statutory/duties.ts';
import { latestEnd } from '#shared/ledgers/statutory/term.ts';
import { anyCategory, anyDay, BEGUN } from '#tests/support/statutory-entries.ts';

const termOf = (category: CategoryCode, everyDays: number | null = null) => ({
  category,
  endsOn: latestEnd(category, BEGUN),
  everyDays,
});

const next = (
  category: CategoryCode,
  duty: DutyDay,
  doneOn: string,
  result: 'done' | 'not-met' | 'reported',
) => nextDuty(termOf(category), duty, { result, doneOn })?.dueOn ?? null;

/** A category, a duty of it, and what came of it on some day. */
const anyDone = fc
  .tuple(anyCategory, anyDay, fc.nat(20), fc.integer({ min: AGREEMENT_DAYS.least, max: AGREEMENT_DAYS.most }))
  .chain(([category, startsOn, pick, everyDays]) => {
    const duties = CATEGORIES[category].duties;
    const kind = duties[pick % duties.length]?.kind ?? 'review';
    const endsOn = latestEnd(category, startsOn);
    return fc.record({
      term: fc.constant({ category, endsOn, everyDays }),
      duty: fc
        .nat(daysBetween(startsOn, endsOn) - 1)
        .map((days) => ({ kind, dueOn: addDays(startsOn, days) })),
      late: fc.integer({ min: -10, max: 500 }),
      result: fc.constantFrom(...DUTY_RESULTS),
    });
  });

describe('the first duties', () => {
  test('are one of each that the category names, counted from the day it takes effect', () => {
    for (const category of CATEGORY_CODES) {
      const rules = CATEGORIES[category].duties;
      expect(firstDuties(termOf(category), BEGUN)).toEqual(
        rules.map(({ kind, first }) => ({ kind, dueOn: addDays(BEGUN, first) })),
      );
      expect(new Set(rules.map(({ kind }) => kind)).size).toBe(rules.length);
    }
  });

  test('fall away where the term is over before they are due', () => {
    const short = { category: 'SM01', endsOn: addDays(BEGUN, 7), everyDays: null } as const;
    expect(firstDuties(short, BEGUN).map(({ kind }) => kind)).toEqual(['tell-rules']);
    expect(firstDuties(short, short.endsOn)).toEqual([]);
  });

  test('need every kind there is, and no kind says why', () => {
    const used = CATEGORY_CODES.flatMap((code) => CATEGORIES[code].duties.map(({ kind }) => kind));
    expect(new Set(used)).toEqual(new Set(DUTY_KINDS));
    const categoryWords = /bail|drug|crime|offen[cs]e|violen|sentence|probation|custody/;
    expect(DUTY_KINDS.filter((kind) => categoryWords.test(kind))).toEqual([]);
  });
});

describe('the duty that follows', () => {
  test('always lies ahead of both the day it was due and the day it was done, and before the end', () => {
    fc.assert(
      fc.property(anyDone, ({ term, duty, late, result }) => {
        const doneOn = addDays(duty.dueOn, late);
        const following = nextDuty(term, duty, { result, doneOn });
        if (following === null) return;
        expect(following.kind).toBe(duty.kind);
        expect(following.dueOn > doneOn).toBe(true);
        expect(following.dueOn < term.endsOn).toBe(true);
        if (result !== 'not-met') expect(following.dueOn > duty.dueOn).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('of a late one comes on the day on which it would have come: the rhythm stays', () => {
    const talk = { kind: 'talk', dueOn: '2026-12-05' } as const;
    expect(next('SM01', talk, '2026-12-05', 'done')).toBe('2027-01-05');
    expect(next('SM01', talk, '2026-12-20', 'done')).toBe('2027-01-05');
    expect(next('SM01', talk, '2027-01-05', 'done')).toBe('2027-02-05');
    expect(next('SM01', talk, '2027-03-01', 'reported')).toBe('2027-03-05');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), (late) => {
        const week = { kind: 'assist-order', dueOn: '2026-12-01' } as const;
        const dueOn = next('SM08', week, addDays(week.dueOn, late), 'done');
        expect(daysBetween(week.dueOn, dueOn ?? '') % 7).toBe(0);
      }),
    );
  });

  test('of one done early is not the same day again', () => {
    const talk = { kind: 'talk', dueOn: '2026-12-05' } as const;
    expect(next('SM01', talk, '2026-12-01', 'done')).toBe('2027-01-05');
  });

  test('of a month that is too short is its last day', () => {
    expect(next('SM01', { kind: 'talk', dueOn: '2027-01-31' }, '2027-01-31', 'done')).toBe('2027-02-28');
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
  });

  test('of somebody who was not met is a week later, or sooner where it is due sooner anyway', () => {
    const talk = { kind: 'talk', dueOn: '2026-12-05' } as const;
    expect(next('SM01', talk, '2026-12-05', 'not-met')).toBe('2026-12-12');
    expect(next('SM01', talk, '2027-01-03', 'not-met')).toBe('2027-01-05');
    expect(next('SM01', { kind: 'tell-rules', dueOn: BEGUN }, '2026-11-21', 'not-met')).toBe('2026-11-28');
  });

  test('is none where the law asks for it once', () => {
    for (const [category, kind] of [
      ['SM01', 'tell-rules'],
      ['SM03', 'announce'],
      ['SM04', 'help-as-asked'],
      ['SM04', 'answer-request'],
      ['SM08', 'verify-order'],
    ] as const)
      for (const result of ['done', 'reported'] as const)
        expect(next(category, { kind, dueOn: '2026-11-27' }, '2026-11-27', result)).toBeNull();
  });

  test('is none at the end, and none of a kind that the category does not know', () => {
    const { endsOn } = termOf('SM01');
    const last = { kind: 'talk', dueOn: addDays(endsOn, -20) } as const;
    expect(next('SM01', last, last.dueOn, 'done')).toBeNull();
    expect(next('SM01', last, last.dueOn, 'not-met')).toBe(addDays(last.dueOn, 7));
    expect(next('SM01', last, addDays(endsOn, -3), 'not-met')).toBeNull();
    expect(next('SM01', { kind: 'visit-protected', dueOn: BEGUN }, BEGUN, 'done')).toBeNull();
  });

  test('of an agreement comes as often as it says, and monthly where nobody said', () => {
    const told = { kind: 'test-as-told', dueOn: '2026-12-20' } as const;
    const after = (everyDays: number | null) =>
      nextDuty(termOf('SM05', everyDays), told, { result: 'done', doneOn: told.dueOn })?.dueOn;
    expect([7, 30, 90, null].map(after)).toEqual(['2026-12-27', '2027-01-19', '2027-03-20', '2027-01-19']);
  });
});

describe('what is written of a duty', () => {
  const done = { doneOn: '2026-11-22', result: 'done', recordNumber: '谈话笔录2026-12' } as const;

  test('is a day since the document and not to come, and the number of the paper: no words', () => {
    expect(doneIssues(done, BEGUN, '2026-11-23')).toEqual([]);
    expect(doneIssues({ ...done, recordNumber: '' }, BEGUN, '2026-11-23')).toEqual([]);
    for (const [doneOn, rule] of [
      ['昨天', 'not-a-day'],
      ['2026-11-24', 'in-future'],
      ['2026-11-19', 'before-document'],
    ] as const)
      expect(doneIssues({ ...done, doneOn }, BEGUN, '2026-11-23')).toEqual([{ field: 'doneOn', rule }]);
    for (const recordNumber of ['情绪激动，扬言报复', '见原件', '1'.repeat(41), '谈话 1'])
      expect(doneIssues({ ...done, recordNumber }, BEGUN, '2026-11-23')).toEqual([
        { field: 'recordNumber', rule: 'not-a-number' },
      ]);
    expect(cleanDone({ ...done, recordNumber: ' 谈话 笔录 1 ' }).recordNumber).toBe('谈话笔录1');
  });
});
