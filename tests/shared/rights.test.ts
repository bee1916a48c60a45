import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { isWorkingDay } from '#shared/kernel/working-days.ts';
import {
  answerDueOn,
  answerInput,
  answerIssues,
  cleanAnswer,
  cleanRequest,
  GROUND_ARTICLES,
  HELD_DATA_DAYS,
  IDENTITY_PROOFS,
  mayPrintHeldData,
  REFUSAL_GROUNDS,
  REQUEST_ARTICLES,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  REQUEST_TEXT_MAX,
  requestInput,
  requestIssues,
  type RightsAnswer,
  type RightsRequest,
} from '#shared/ledgers/rights/requests.ts';
import { anyDay } from '#tests/support/statutory-entries.ts';
import { TODAY } from '#tests/support/visits.ts';

const asked: RightsRequest = {
  kind: 'access',
  residentId: null,
  requester: 'self',
  name: '何敏',
  phone: '15400000041',
  receivedOn: '2026-11-20',
  asks: '查阅本室持有的本人信息',
};
const given: RightsAnswer = { identity: 'id-card', outcome: 'granted', ground: null, answer: '已当面提供' };

const requestFlaws = (changes: Partial<RightsRequest>) =>
  requestIssues(cleanRequest({ ...asked, ...changes }), TODAY);
const answerFlaws = (changes: Partial<RightsAnswer>) => answerIssues(cleanAnswer({ ...given, ...changes }));

describe('a request about one’s own information', () => {
  test('says who asks, when and what', () => {
    expect(requestFlaws({})).toEqual([]);
    expect(requestInput.safeParse(asked).success).toBe(true);
    expect(requestFlaws({ phone: '' })).toEqual([]);
    expect(requestFlaws({ name: '' })).toEqual([{ field: 'name', rule: 'required' }]);
    expect(requestFlaws({ phone: '12' })).toEqual([{ field: 'phone', rule: 'not-a-phone' }]);
    expect(requestFlaws({ receivedOn: '昨天' })).toEqual([{ field: 'receivedOn', rule: 'required' }]);
    expect(requestFlaws({ receivedOn: '2026-11-24' })).toEqual([{ field: 'receivedOn', rule: 'in-future' }]);
    expect(requestFlaws({ asks: ' \n ' })).toEqual([{ field: 'asks', rule: 'required' }]);
    expect(requestFlaws({ asks: '问'.repeat(REQUEST_TEXT_MAX) })).toEqual([]);
    expect(requestFlaws({ asks: '问'.repeat(REQUEST_TEXT_MAX + 1) })).toEqual([
      { field: 'asks', rule: 'too-long' },
    ]);
  });

  test('and its answer carry no word that makes the person a kind of person', () => {
    expect(requestFlaws({ asks: '重点人员要求查阅' })).toEqual([{ field: 'asks', rule: 'label' }]);
    expect(answerFlaws({ answer: '此人为上访户，已提供' })).toEqual([{ field: 'answer', rule: 'label' }]);
    expect(answerFlaws({ outcome: 'refused', ground: 'not-held', answer: '此人为上访户，不予提供' })).toEqual(
      [{ field: 'answer', rule: 'label' }],
    );
  });

  test('is answered within fifteen working days: weekends and holidays do not count', () => {
    expect(answerDueOn('2026-11-20')).toBe('2026-12-11');
    // The festival days of October lie between.
    expect(answerDueOn('2026-09-25')).toBe('2026-10-22');
    fc.assert(
      fc.property(anyDay, (receivedOn) => {
        const dueOn = answerDueOn(receivedOn);
        expect(isWorkingDay(dueOn)).toBe(true);
        let working = 0;
        for (let day = addDays(receivedOn, 1); day <= dueOn; day = addDays(day, 1))
          if (isWorkingDay(day)) working += 1;
        expect(working).toBe(15);
      }),
    );
  });
});

describe('an answer', () => {
  test('gives nothing to somebody of whom nobody knows who they are', () => {
    for (const outcome of REQUEST_OUTCOMES) {
      const ground = outcome === 'granted' || outcome === 'withdrawn' ? null : ('identity' as const);
      const flaws = answerFlaws({ identity: null, outcome, ground, answer: '未能确认身份，不提供' });
      expect({ outcome, flaws }).toEqual({
        outcome,
        flaws: outcome === 'granted' || outcome === 'partly' ? [{ field: 'identity', rule: 'required' }] : [],
      });
    }
    for (const identity of IDENTITY_PROOFS) expect(answerFlaws({ identity })).toEqual([]);
  });

  test('that says no names the article and the reason in words', () => {
    for (const outcome of ['refused', 'partly'] as const) {
      expect(answerFlaws({ outcome, answer: '该项另有法律规定' })).toEqual([
        { field: 'ground', rule: 'required' },
      ]);
      expect(answerFlaws({ outcome, ground: 'confidential', answer: '不给' })).toEqual([
        { field: 'answer', rule: 'say-why' },
      ]);
      expect(answerFlaws({ outcome, ground: 'confidential', answer: '该项另有法律规定' })).toEqual([]);
    }
  });

  test('that says yes has no ground for a no, whatever was chosen before', () => {
    for (const outcome of ['granted', 'withdrawn'] as const)
      expect(cleanAnswer({ ...given, outcome, ground: 'not-held' }).ground).toBeNull();
    expect(cleanAnswer({ ...given, outcome: 'refused', ground: 'not-held' }).ground).toBe('not-held');
    expect(answerInput.safeParse(given).success).toBe(true);
  });

  test('needs words, and not too many', () => {
    expect(answerFlaws({ answer: ' ' })).toEqual([{ field: 'answer', rule: 'required' }]);
    expect(answerFlaws({ answer: '答'.repeat(REQUEST_TEXT_MAX + 1) })).toEqual([
      { field: 'answer', rule: 'too-long' },
    ]);
  });
});

test('every kind of request and every ground for a no has its article', () => {
  for (const kind of REQUEST_KINDS) expect(REQUEST_ARTICLES[kind]).toMatch(/^《个人信息保护法》第\d+条/);
  for (const ground of REFUSAL_GROUNDS) expect(GROUND_ARTICLES[ground]).toMatch(/^《个人信息保护法》第\d+条/);
});

describe('the paper with everything that is held about somebody', () => {
  const answered = {
    kind: 'access',
    residentId: '07-000123',
    answeredOn: '2026-11-20',
    outcome: 'granted',
    identity: 'id-card',
  } as const;

  test('is made for whoever asked to see it, showed who they are and was told yes within thirty days', () => {
    expect(mayPrintHeldData(answered, TODAY)).toBe(true);
    expect(mayPrintHeldData({ ...answered, kind: 'copy', outcome: 'partly' }, TODAY)).toBe(true);
    expect(mayPrintHeldData(answered, addDays('2026-11-20', HELD_DATA_DAYS))).toBe(true);
    expect(mayPrintHeldData(answered, addDays('2026-11-20', HELD_DATA_DAYS + 1))).toBe(false);
  });

  test('is made for nobody else', () => {
    for (const changes of [
      { kind: 'delete' },
      { residentId: null },
      { answeredOn: null },
      { outcome: null },
      { outcome: 'refused' },
      { outcome: 'withdrawn' },
      { identity: null },
    ] as const)
      expect({ changes, may: mayPrintHeldData({ ...answered, ...changes }, TODAY) }).toEqual({
        changes,
        may: false,
      });
  });
});
