/** The closed list as the office lives it: who decides, how long at the most, who says yes, what is owed, and how it ends. */
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import {
  CATEGORIES,
  CATEGORY_CODES,
  DECIDING_BODIES,
  END_WAYS,
  type CategoryCode,
  type EndWay,
} from '#shared/ledgers/statutory/categories.ts';
import { latestEnd } from '#shared/ledgers/statutory/term.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { BEGUN, entryOf } from '#tests/support/statutory-entries.ts';
import { openStatutory, REVIEWER, SECOND, WHY, type StatutoryDesk } from '#tests/support/statutory.ts';
import { newDraft, TODAY } from '#tests/support/visits.ts';

interface Row {
  readonly rule: string;
  readonly end: CalendarDay;
  readonly duties: readonly (readonly [kind: string, dueOn: CalendarDay])[];
}

const inDays = (days: number) => addDays(TODAY, days);

const ROWS: Readonly<Record<CategoryCode, Row>> = {
  SM01: {
    rule: '取保候审: 12 months per document, rules told at once, a talk within a week, reviewed monthly',
    end: addMonths(BEGUN, 12),
    duties: [
      ['tell-rules', TODAY],
      ['talk', inDays(7)],
      ['review', inDays(30)],
    ],
  },
  SM02: {
    rule: '监视居住: 6 months, supervised from the next day, reviewed weekly',
    end: addMonths(BEGUN, 6),
    duties: [
      ['tell-rules', TODAY],
      ['supervise', inDays(1)],
      ['review', inDays(7)],
    ],
  },
  SM03: {
    rule: '剥夺政治权利: 10 years at the most, announced, reminded half-yearly',
    end: addMonths(BEGUN, 120),
    duties: [
      ['announce', inDays(7)],
      ['remind', inDays(180)],
      ['review', inDays(180)],
    ],
  },
  SM04: {
    rule: '社区矫正: one written request for help, answered, and nothing standing',
    end: addMonths(BEGUN, 3),
    duties: [
      ['help-as-asked', inDays(1)],
      ['answer-request', inDays(7)],
    ],
  },
  SM05: {
    rule: '社区戒毒: exactly 3 years from the day of reporting',
    end: addMonths(BEGUN, 36),
    duties: [['test-as-told', inDays(30)]],
  },
  SM06: {
    rule: '社区康复: 3 years at the most',
    end: addMonths(BEGUN, 36),
    duties: [['test-as-told', inDays(30)]],
  },
  SM07: {
    rule: '家庭暴力告诫后查访: 90 days, both sides visited within a week, each alone',
    end: addDays(BEGUN, 90),
    duties: [
      ['visit-protected', inDays(7)],
      ['visit-person', inDays(7)],
    ],
  },
  SM08: {
    rule: '人身安全保护令: 6 months, verified within a day, looked at weekly',
    end: addMonths(BEGUN, 6),
    duties: [
      ['verify-order', inDays(1)],
      ['assist-order', inDays(7)],
    ],
  },
};

describe.each(CATEGORY_CODES)('%s', (category) => {
  const { rule, end, duties } = ROWS[category];
  const { approval, decidedBy, endWays, endNotice, document } = CATEGORIES[category];
  const enter = (changes: Parameters<typeof entryOf>[1] = {}) => {
    const desk = openStatutory();
    const entry = { ...entryOf(category), ...changes };
    return { desk, work: () => desk.statutory.enter({ entry, draft: newDraft() }, desk.officer, CONTEXT) };
  };

  test(rule, () => {
    expect(latestEnd(category, BEGUN)).toBe(end);
    const { desk, work } = enter();
    const { id } = work();
    if (approval !== 'notice') desk.answered(desk.answerTo(id));
    const record = desk.opened(id);
    expect(record).toMatchObject({ standing: 'in-force', endsOn: end, startsOn: BEGUN });
    expect(record.duties.map(({ kind, dueOn }) => [kind, dueOn])).toEqual(duties);
  });

  test(`${document} is decided by ${decidedBy.join(', ')}, and by nobody else`, () => {
    const desk = openStatutory();
    for (const issuerKind of DECIDING_BODIES) {
      const work = () => desk.entered(category, { issuerKind });
      if (decidedBy.includes(issuerKind)) expect(desk.rowOf(work()).issuerKind).toBe(issuerKind);
      else
        expect(failureOfWork(work)).toEqual({
          code: 'invalid',
          issues: [{ field: 'issuerKind', rule: 'not-this-body' }],
        });
    }
  });

  test('a day more than the document may hold is refused, or the day is not asked for', () => {
    const { desk, work } = enter({ endsOn: addDays(end, 1) });
    if (CATEGORIES[category].cap.exactly) {
      expect(desk.rowOf(work().id).endsOn).toBe(end);
      return;
    }
    expect(failureOfWork(work)).toEqual({
      code: 'invalid',
      issues: [{ field: 'endsOn', rule: 'beyond-cap' }],
    });
  });

  test('whoever was under eighteen on the day of the document is refused, and nothing is kept', () => {
    const { desk, work } = enter({ birthDate: addMonths(BEGUN, -18 * 12) });
    expect(failureOfWork(work)).toEqual({ code: 'invalid', issues: [{ field: 'birthDate', rule: 'minor' }] });
    expect(desk.lines().some((line) => line.includes('statutory_matters'))).toBe(false);
  });

  test(
    approval === 'notice'
      ? 'runs at once: nobody in the office approves it'
      : 'is none before the station said yes',
    () => {
      const { desk, work } = enter();
      const { id, state } = work();
      if (approval === 'notice') {
        expect(state).toBe('approved');
        expect(desk.opened(id)).toMatchObject({ approvedOn: null, reviewer: '' });
        return;
      }
      expect(state).toBe('provisional');
      expect(desk.listed()).toEqual([]);
      expect(desk.opened(id).duties).toEqual([]);
      desk.answered(desk.answerTo(id, { second: null }));
      if (approval === 'two-reviewers') {
        expect(desk.listed()).toEqual([]);
        desk.answered(desk.answerTo(id, { second: REVIEWER }));
        expect(desk.listed()).toEqual([]);
        desk.answered(desk.answerTo(id));
        expect(desk.opened(id).secondReviewer).toBe(SECOND);
      }
      expect(desk.listed()).toEqual([id]);
      expect(desk.opened(id)).toMatchObject({ approvedOn: TODAY, reviewer: REVIEWER });
    },
  );

  test(
    endNotice
      ? 'ends on its day and waits for the notice that is owed'
      : 'ends on its day, whether anybody is there or not',
    () => {
      const desk = openStatutory();
      const id = desk.inForce(category);
      desk.clock.set(`${addDays(end, -1)}T01:00:00.000Z`);
      expect(desk.listed()).toEqual([id]);
      desk.clock.set(`${end}T01:00:00.000Z`);
      expect(desk.statutory.due({}, desk.officer, CONTEXT)).toMatchObject({
        overdue: 0,
        ending: 0,
        notices: endNotice ? 1 : 0,
      });
      expect(desk.listed()).toEqual(endNotice ? [id] : []);
      if (endNotice) expect(desk.opened(id).standing).toBe('notice-due');
      else expect(failureOfWork(() => desk.opened(id))).toEqual({ code: 'missing' });
      desk.clock.forward({ days: 30 });
      expect(desk.listed()).toEqual([]);
    },
  );

  test(`may end before its day: ${endWays.join(', ')}; no other way`, () => {
    const desk = openStatutory();
    const end = (id: string, how: EndWay) =>
      desk.statutory.end(
        { ...desk.at(id), how, endedOn: desk.clock.now().slice(0, 10) },
        desk.officer,
        CONTEXT,
      );
    const id = desk.inForce(category);
    for (const how of END_WAYS.filter((way) => !endWays.includes(way)))
      expect(failureOfWork(() => end(id, how))).toEqual({
        code: 'invalid',
        issues: [{ field: 'how', rule: 'not-this-way' }],
      });
    for (const how of endWays) {
      const other = desk.inForce(category);
      // Two of the ways are open only when nothing is owed any more.
      if (how === 'answered' || how === 'visits-done') {
        expect(failureOfWork(() => end(other, how))).toEqual({
          code: 'invalid',
          issues: [{ field: 'how', rule: 'duties-open' }],
        });
        doEverything(desk, other);
      }
      end(other, how);
      expect(desk.listed().includes(other)).toBe(endNotice);
      if (endNotice) expect(desk.opened(other)).toMatchObject({ standing: 'notice-due', daysLeft: 0 });
      else expect(failureOfWork(() => desk.opened(other))).toEqual({ code: 'missing' });
    }
  });
});

/** Every duty on the day it is due, to the last. */
function doEverything(desk: StatutoryDesk, id: string): void {
  for (;;) {
    const open = desk.opened(id).duties.find(({ doneOn }) => doneOn === null);
    if (open === undefined) return;
    const { revision, dueOn } = open;
    desk.clock.set(`${dueOn}T02:00:00.000Z`);
    const done = { doneOn: dueOn, result: 'done', recordNumber: '' } as const;
    desk.statutory.doDuty({ id, duty: { id: open.id, revision }, ...done }, desk.officer, CONTEXT);
  }
}

test('SM07, SM08: the protected person may be a minor, is shortened on the page, and is told to the officer in charge alone', () => {
  for (const category of ['SM07', 'SM08'] as const) {
    const desk = openStatutory();
    const id = desk.inForce(category, { protectedName: '林小晓' });
    expect(desk.opened(id).protectedMasked).toBe('林××');
    expect(desk.statutory.revealProtected({ id, ...WHY }, desk.officer, CONTEXT)).toEqual({
      name: '林小晓',
      phone: '15400000032',
    });
    expect(
      failureOfWork(() => desk.statutory.revealProtected({ id, ...WHY }, desk.colleague, CONTEXT)).code,
    ).toMatch(/missing|forbidden/);
  }
});

test('SM01–SM06 protect nobody: what is typed there is not kept', () => {
  const desk = openStatutory();
  for (const category of CATEGORY_CODES.filter((code) => !CATEGORIES[code].protects)) {
    const id = desk.inForce(category, { protectedName: '林晓', protectedPhone: '15400000032' });
    expect(desk.rowOf(id)).toMatchObject({ protectedName: '', protectedPhone: '' });
    expect(
      failureOfWork(() => desk.statutory.revealProtected({ id, ...WHY }, desk.officer, CONTEXT)),
    ).toEqual({
      code: 'missing',
    });
  }
});
