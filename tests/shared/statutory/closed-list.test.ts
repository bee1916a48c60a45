import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/calendar-day.ts';
import {
  CATEGORIES,
  CATEGORY_CODES,
  closedListText,
  type CategoryCode,
} from '#shared/ledgers/statutory/categories.ts';
import { firstDuties, nextDuty } from '#shared/ledgers/statutory/duties.ts';
import { entryFields } from '#shared/ledgers/statutory/entry.ts';
import { endOf, latestEnd, termFlaw } from '#shared/ledgers/statutory/term.ts';
import { BEGUN } from '#tests/support/statutory-entries.ts';

/**
 * Frozen, because an entry is only approved by a station with the same list, and a changed rule changes what the law lets an
 * office hold about people: whoever changes it reads the article first, writes docs/key-persons.md anew, and releases office
 * and station together.
 */
const DIGEST = 'cc9d632b587e0f6d4109fb2ca2bd5af097c63046dd2f197a6cd2d5e39a7397e1';

test('the closed list is the one that was agreed on', () => {
  expect(createHash('sha256').update(closedListText()).digest('hex')).toBe(DIGEST);
});

test('the closed list has eight kinds and no ninth', () => {
  expect([...CATEGORY_CODES]).toEqual(['SM01', 'SM02', 'SM03', 'SM04', 'SM05', 'SM06', 'SM07', 'SM08']);
  expect(Object.keys(CATEGORIES)).toEqual([...CATEGORY_CODES]);
});

/** The days on which the duties are due at first and the second time, when each is done on its day. */
function rhythmOf(category: CategoryCode) {
  const term = { category, endsOn: latestEnd(category, BEGUN), everyDays: null };
  return Object.fromEntries(
    firstDuties(term, BEGUN).map((duty) => {
      const second = nextDuty(term, duty, { result: 'done', doneOn: duty.dueOn });
      return [duty.kind, [duty.dueOn, second?.dueOn ?? null]];
    }),
  );
}

/** True where a term of this length may be saved and one of a day more may not. */
function capIs(category: CategoryCode, endsOn: string): boolean {
  const flaw = (end: string) => termFlaw(category, { startsOn: BEGUN, endsOn: end }, BEGUN);
  return flaw(endsOn) === null && flaw(addDays(endsOn, 1))?.rule === 'beyond-cap';
}

describe('by the closed list (C4), started on 20 November 2026,', () => {
  test('SM01 取保候审 ends within 12 months of one document, is told, talked with monthly and reviewed monthly', () => {
    expect(capIs('SM01', '2027-11-20')).toBe(true);
    expect(CATEGORIES.SM01.decidedBy).toEqual(['court', 'procuratorate', 'police']);
    expect(CATEGORIES.SM01.endWays).toEqual(['released', 'changed']);
    expect(rhythmOf('SM01')).toEqual({
      'tell-rules': ['2026-11-20', null],
      talk: ['2026-11-27', '2026-12-27'],
      review: ['2026-12-20', '2027-01-20'],
    });
  });

  test('SM02 监视居住 ends within 6 months, and is supervised and reviewed weekly', () => {
    expect(capIs('SM02', '2027-05-20')).toBe(true);
    expect(CATEGORIES.SM02.decidedBy).toEqual(['court', 'procuratorate', 'police']);
    expect(CATEGORIES.SM02.endWays).toEqual(['released', 'changed']);
    expect(rhythmOf('SM02')).toEqual({
      'tell-rules': ['2026-11-20', null],
      supervise: ['2026-11-21', '2026-11-28'],
      review: ['2026-11-27', '2026-12-04'],
    });
  });

  test('SM03 剥夺政治权利 ends by its document within 10 years, is announced, and owes a written notice at the end', () => {
    expect(capIs('SM03', '2036-11-20')).toBe(true);
    expect(CATEGORIES.SM03.decidedBy).toEqual(['court']);
    expect(CATEGORIES.SM03.endNotice).toBe(true);
    expect(rhythmOf('SM03')).toEqual({
      announce: ['2026-11-27', null],
      remind: ['2027-05-19', '2027-11-19'],
      review: ['2027-05-19', '2027-11-19'],
    });
  });

  test('SM04 社区矫正 is one request for help, closed with its answer, and nothing standing', () => {
    expect(capIs('SM04', '2027-02-20')).toBe(true);
    expect(CATEGORIES.SM04.document).toContain('请求');
    expect(CATEGORIES.SM04.decidedBy).toEqual(['corrections-body', 'court', 'prison-authority', 'police']);
    expect(CATEGORIES.SM04.endWays).toEqual(['answered']);
    expect(rhythmOf('SM04')).toEqual({
      'help-as-asked': ['2026-11-21', null],
      'answer-request': ['2026-11-27', null],
    });
  });

  test('SM05 社区戒毒 lasts exactly three years from the day of reporting, tests as told, notice at the end', () => {
    expect(CATEGORIES.SM05.runsFrom).toBe('reporting-day');
    expect(endOf('SM05', BEGUN, '2027-01-01')).toBe('2029-11-20');
    expect(capIs('SM05', '2029-11-20')).toBe(true);
    expect(CATEGORIES.SM05.decidedBy).toEqual(['police']);
    expect(CATEGORIES.SM05.endNotice).toBe(true);
    expect(rhythmOf('SM05')).toEqual({ 'test-as-told': ['2026-12-20', '2027-01-19'] });
  });

  test('SM06 社区康复 ends by its document within three years, tests as told, notice at the end', () => {
    expect(CATEGORIES.SM06.runsFrom).toBe('document');
    expect(endOf('SM06', BEGUN, '2027-01-01')).toBe('2027-01-01');
    expect(capIs('SM06', '2029-11-20')).toBe(true);
    expect(CATEGORIES.SM06.endNotice).toBe(true);
    expect(rhythmOf('SM06')).toEqual({ 'test-as-told': ['2026-12-20', '2027-01-19'] });
  });

  test('SM07 家庭暴力告诫后查访 ends after 90 days, both sides visited within a week and then monthly, each alone', () => {
    expect(capIs('SM07', '2027-02-18')).toBe(true);
    expect(CATEGORIES.SM07.protects).toBe(true);
    expect(rhythmOf('SM07')).toEqual({
      'visit-protected': ['2026-11-27', '2026-12-27'],
      'visit-person': ['2026-11-27', '2026-12-27'],
    });
  });

  test('SM08 人身安全保护令 ends within 6 months, is verified on the next day and assisted weekly', () => {
    expect(capIs('SM08', '2027-05-20')).toBe(true);
    expect(CATEGORIES.SM08.decidedBy).toEqual(['court']);
    expect(CATEGORIES.SM08.protects).toBe(true);
    expect(rhythmOf('SM08')).toEqual({
      'verify-order': ['2026-11-21', null],
      'assist-order': ['2026-11-27', '2026-12-04'],
    });
  });
});

/** Basis as the counter prints it, who says yes, who sees, months sealed: written here once more, by hand. */
const C4A: Readonly<Record<CategoryCode, readonly [string, string, string, number]>> = {
  SM01: ['《刑事诉讼法》第67、71、79条；《公安机关办理刑事案件程序规定》第91—95条', 'reviewer', 'named', 6],
  SM02: ['《刑事诉讼法》第74、75、77、79条', 'two-reviewers', 'named', 6],
  SM03: ['《刑事诉讼法》第270条；《刑法》第54—58条', 'reviewer', 'named', 6],
  SM04: ['《社区矫正法》第8、30、31条', 'reviewer', 'named', 3],
  SM05: ['《禁毒法》第33—35条；《戒毒条例》第13—23条', 'reviewer', 'named', 6],
  SM06: ['《禁毒法》第48条；《戒毒条例》第37—40条', 'reviewer', 'named', 6],
  SM07: ['《反家庭暴力法》第16、17条', 'reviewer', 'named', 12],
  SM08: ['《反家庭暴力法》第28—32条', 'notice', 'officers', 12],
};

describe('by the closed list (C4a)', () => {
  test.each(CATEGORY_CODES)(
    '%s has its articles, its approval, its readers and its months under seal',
    (code) => {
      const { basis, approval, seenBy, sealedMonths } = CATEGORIES[code];
      expect([basis, approval, seenBy, sealedMonths]).toEqual(C4A[code]);
    },
  );

  test('only surveillance needs two reviewers, and only a court order starts without an answer', () => {
    const by = (approval: string) => CATEGORY_CODES.filter((code) => CATEGORIES[code].approval === approval);
    expect(by('two-reviewers')).toEqual(['SM02']);
    expect(by('notice')).toEqual(['SM08']);
  });
});

describe('the closed list', () => {
  test('names for every kind a document, somebody who decides, a way to end and a duty', () => {
    for (const code of CATEGORY_CODES) {
      const { basis, document, decidedBy, endWays, duties, cap, sealedMonths } = CATEGORIES[code];
      expect(basis, code).toMatch(/^《.+》第\d+/);
      expect(document.length, code).toBeGreaterThan(2);
      for (const list of [decidedBy, endWays, duties]) expect(list.length, code).toBeGreaterThan(0);
      expect(cap.count, code).toBeGreaterThan(0);
      expect(sealedMonths, code).toBeLessThanOrEqual(12);
    }
  });

  test('has no kind for suspicion, petitions, faith, health or what was punished, and none without an end', () => {
    expect(closedListText()).not.toMatch(/重点|高危|嫌疑|上访|信访|宗教|精神|前科|刑满|稳控|列管|危险|等级/);
    for (const code of CATEGORY_CODES) expect(latestEnd(code, BEGUN) > BEGUN).toBe(true);
  });

  test('asks of an entry who, by which document, until when and who leads: nothing else can be typed', () => {
    expect(Object.keys(entryFields)).toEqual([
      'category',
      'residentId',
      'name',
      'birthDate',
      'issuerKind',
      'issuer',
      'documentNumber',
      'documentDate',
      'startsOn',
      'endsOn',
      'everyDays',
      'leadBody',
      'leadContact',
      'leadPhone',
      'protectedName',
      'protectedPhone',
      'renews',
    ]);
  });
});
