import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/calendar-day.ts';
import {
  BODIES,
  cleanVisit,
  daysToReply,
  keepsContent,
  MATTER_CODES,
  MATTERS,
  matterOf,
  NAME_MAX,
  RESULTS,
  retainVisitUntil,
  SUMMARY_MAX,
  visitInput,
  visitIssues,
  visitState,
  type VisitInput,
} from '#shared/ledgers/visitors.ts';
import { anyVisit, enquiry, TODAY } from '#tests/support/visits.ts';

describe('an entry at the desk', () => {
  test('is the same when cleaned again, and still has the shape the contract asks for', () => {
    fc.assert(
      fc.property(anyVisit, (visit) => {
        const once = cleanVisit(visit);
        expect(cleanVisit(once)).toEqual(once);
        expect(visitInput.safeParse(once).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('of a tip or a petition keeps neither name, phone nor content', () => {
    fc.assert(
      fc.property(anyVisit, (visit) => {
        const cleaned = cleanVisit(visit);
        if (!keepsContent(visit)) expect(cleaned).toMatchObject({ name: null, phone: null, summary: null });
        if (!matterOf(visit.matter).papersMayBeChecked) expect(cleaned.papersChecked).toBe(false);
      }),
    );
    expect(keepsContent({ matter: 'tip', referredTo: null })).toBe(false);
    expect(keepsContent({ matter: 'other', referredTo: 'petition-office' })).toBe(false);
    expect(keepsContent({ matter: 'dispute', referredTo: 'court' })).toBe(true);
  });

  test('is anonymous when the name is left out or only spaces', () => {
    const visit = cleanVisit({
      ...enquiry,
      name: ' \u3000\u200B',
      phone: ' - ',
      summary: '\n \n',
      promisedOn: '',
    });
    expect(visit).toMatchObject({ name: null, phone: null, summary: null, promisedOn: null });
    expect(visitIssues(visit, TODAY)).toEqual([]);
  });

  test('is refused field by field, with a word for each', () => {
    const table: readonly [Partial<VisitInput>, string][] = [
      [{}, ''],
      [{ name: '𠮷'.repeat(NAME_MAX) }, ''],
      [{ name: '张'.repeat(NAME_MAX + 1) }, 'name too-long'],
      [{ phone: '138' }, ''],
      [{ phone: '1380000' }, 'phone not-a-phone'],
      [{ phone: '510600199001011234' }, 'phone not-a-phone'],
      [{ summary: '灯'.repeat(SUMMARY_MAX) }, ''],
      [{ summary: '灯'.repeat(SUMMARY_MAX + 1) }, 'summary too-long'],
      [{ result: 'to-department' }, 'referredTo required'],
      [{ result: 'not-police' }, 'referredTo required'],
      [{ result: 'not-police', referredTo: 'court' }, ''],
      [{ result: 'appointment' }, 'promisedOn required'],
      [{ promisedOn: TODAY }, ''],
      [{ promisedOn: addDays(TODAY, -1) }, 'promisedOn past'],
      [{ promisedOn: addDays(TODAY, 366) }, ''],
      [{ promisedOn: addDays(TODAY, 367) }, 'promisedOn too-far'],
      [{ promisedOn: '2027-02-30' }, 'promisedOn unread'],
      [{ promisedOn: '明天' }, 'promisedOn unread'],
      [{ promisedOn: '2026-12-1' }, 'promisedOn unread'],
    ];
    for (const [change, issue] of table) {
      const found = visitIssues(cleanVisit({ ...enquiry, ...change }), TODAY);
      expect({ change, issue: found.map(({ field, rule }) => `${field} ${rule}`).join(', ') }).toEqual({
        change,
        issue,
      });
    }
  });

  test('may keep the day it already promised, however long ago, but not move it into the past', () => {
    const promised = { ...enquiry, promisedOn: addDays(TODAY, -40) };
    expect(visitIssues(promised, TODAY, promised.promisedOn)).toEqual([]);
    expect(visitIssues({ ...promised, promisedOn: addDays(TODAY, -39) }, TODAY, promised.promisedOn)).toEqual(
      [{ field: 'promisedOn', rule: 'past' }],
    );
  });
});

describe('the four steps of a visit', () => {
  const steps = fc.record({
    result: fc.constantFrom(null, ...RESULTS),
    promisedOn: fc.constantFrom(null, '2026-11-20', '2026-12-01'),
    repliedOn: fc.constantFrom(null, '2026-11-21'),
    leftAt: fc.constantFrom(null, '2026-11-23T02:00:00.000Z'),
  });

  test('nobody is archived before they were answered', () => {
    fc.assert(
      fc.property(steps, (visit) => {
        const state = visitState(visit);
        const answered = visit.repliedOn !== null || (visit.result !== null && visit.promisedOn === null);
        if (state === 'archived' || state === 'fed-back') expect(answered).toBe(true);
        if (state === 'archived') expect(visit.leftAt).not.toBeNull();
        if (visit.promisedOn !== null && visit.repliedOn === null) expect(state).toBe('handling');
        if (visit.leftAt === null) expect(state).not.toBe('archived');
      }),
      { numRuns: 500 },
    );
  });

  test('go from received over handling and the answer to the archive', () => {
    const visit = { result: null, promisedOn: null, repliedOn: null, leftAt: null };
    expect(visitState(visit)).toBe('received');
    expect(visitState({ ...visit, promisedOn: '2026-12-01' })).toBe('handling');
    expect(visitState({ ...visit, result: 'settled' })).toBe('fed-back');
    expect(visitState({ ...visit, result: 'settled', leftAt: '2026-11-23T02:00:00.000Z' })).toBe('archived');
    expect(visitState({ ...visit, promisedOn: '2026-12-01', leftAt: '2026-11-23T02:00:00.000Z' })).toBe(
      'handling',
    );
  });

  test('count the days to a promised reply until it was given', () => {
    expect(daysToReply({ promisedOn: '2026-11-25', repliedOn: null }, TODAY)).toBe(2);
    expect(daysToReply({ promisedOn: '2026-11-20', repliedOn: null }, TODAY)).toBe(-3);
    expect(daysToReply({ promisedOn: '2026-11-20', repliedOn: '2026-11-21' }, TODAY)).toBeNull();
    expect(daysToReply({ promisedOn: null, repliedOn: null }, TODAY)).toBeNull();
  });

  test('end twelve months after the day of the visit in China', () => {
    expect(retainVisitUntil('2026-11-22T16:00:00.000Z')).toBe('2027-11-23');
    expect(retainVisitUntil('2028-02-28T17:00:00.000Z')).toBe('2029-02-28');
  });
});

describe('the code lists', () => {
  test('have each digit and each code once, and a legal basis for each matter', () => {
    const digits = MATTERS.map(({ digit }) => digit).filter((digit) => digit !== null);
    expect(new Set(digits).size).toBe(digits.length);
    expect([...digits].sort().join('')).toBe('0123456789');
    for (const codes of [MATTER_CODES, RESULTS, BODIES]) expect(new Set(codes).size).toBe(codes.length);
    for (const { code, basis } of MATTERS)
      expect({ code, basis }).toMatchObject({ basis: expect.stringMatching(/^《.+》第\d+条$/) });
  });
});
