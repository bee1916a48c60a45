/** What the station answers, as receipts bring it: in time, to what the reviewer read, by as many as it takes, and only once. */
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { APPROVAL_DAYS } from '#shared/ledgers/statutory/term.ts';
import type { StationDecision } from '#main/ledgers/statutory/decisions.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { entryOf } from '#tests/support/statutory-entries.ts';
import { openStatutory, REVIEWER, SECOND } from '#tests/support/statutory.ts';
import { TODAY } from '#tests/support/visits.ts';

const waiting = (category: 'SM01' | 'SM02' = 'SM01') => {
  const desk = openStatutory();
  const id = desk.entered(category);
  /** What the answer changed: nothing, if it stands and waits as before. */
  const isWaiting = () => desk.rowOf(id).state === 'provisional' && desk.rowOf(id).revision === 1;
  return { ...desk, id, isWaiting };
};

describe('a yes', () => {
  test('makes it one from the day on which the receipt is read, with the name of the reviewer', () => {
    const desk = waiting();
    desk.clock.forward({ days: 3 });
    const answer = desk.answerTo(desk.id);
    desk.clock.forward({ days: 2 });
    desk.answered(answer);
    const record = desk.opened(desk.id);
    expect(record).toMatchObject({
      standing: 'in-force',
      approvedOn: addDays(TODAY, 3),
      reviewer: REVIEWER,
      secondReviewer: '',
    });
    expect(record.duties[0]).toMatchObject({ kind: 'tell-rules', dueOn: addDays(TODAY, 5) });
  });

  test('of a station whose clock is ahead counts from today', () => {
    const desk = waiting();
    desk.answered(desk.answerTo(desk.id, { at: '2027-01-01T00:00:00.000Z' }));
    expect(desk.opened(desk.id).approvedOn).toBe(TODAY);
  });

  test('on the last day is one, and a day later it is too late', () => {
    for (const [days, standing] of [
      [APPROVAL_DAYS - 1, 'in-force'],
      [APPROVAL_DAYS, null],
    ] as const) {
      const desk = waiting();
      const answer = desk.answerTo(desk.id);
      desk.clock.forward({ days });
      desk.answered(answer);
      if (standing === null) expect(desk.isWaiting()).toBe(true);
      else expect(desk.opened(desk.id).standing).toBe(standing);
    }
  });

  const USELESS: readonly (readonly [what: string, changes: Partial<StationDecision>])[] = [
    ['to another revision', { v: 2 }],
    ['to what another line says under the same number', { leaf: '0'.repeat(64) }],
    ['to a number that nobody gave', { k: '07-000999' }],
    ['about another ledger', { ledger: 'disputes' }],
    ['that nobody signed', { reviewer: ' ' }],
    ['in a word that the office does not know', { answer: 'perhaps' }],
  ];
  test.each(USELESS)('%s changes nothing', (_what, changes) => {
    const desk = waiting();
    desk.answered(desk.answerTo(desk.id, changes));
    expect(desk.isWaiting()).toBe(true);
  });

  test('to an entry that was put right since waits for another one', () => {
    const desk = waiting();
    const answer = desk.answerTo(desk.id);
    const { name, birthDate, leadContact, leadPhone } = entryOf('SM01');
    const correction = { name, birthDate, leadBody: '青禾县司法局', leadContact, leadPhone };
    desk.statutory.correct({ ...desk.at(desk.id), correction, reason: '单位有误' }, desk.officer, CONTEXT);
    desk.answered(answer);
    expect(desk.rowOf(desk.id).state).toBe('provisional');
    desk.answered(desk.answerTo(desk.id));
    expect(desk.opened(desk.id)).toMatchObject({ standing: 'in-force', leadBody: '青禾县司法局' });
  });

  test('to one whom a birth date made a minor since makes nothing of it', () => {
    const desk = waiting();
    const answer = desk.answerTo(desk.id);
    const { name, leadBody, leadContact, leadPhone } = entryOf('SM01');
    const correction = { name, birthDate: '2009-03-14', leadBody, leadContact, leadPhone };
    desk.statutory.correct(
      { ...desk.at(desk.id), correction, reason: '出生日期有误' },
      desk.officer,
      CONTEXT,
    );
    desk.answered(answer, desk.answerTo(desk.id));
    expect(desk.rowOf(desk.id).state).toBe('provisional');
  });

  test('SM02 by one reviewer, or twice by the same, is half a yes', () => {
    const desk = waiting('SM02');
    for (const second of [null, '', REVIEWER]) desk.answered(desk.answerTo(desk.id, { second }));
    expect(desk.isWaiting()).toBe(true);
    desk.answered(desk.answerTo(desk.id, { second: SECOND }));
    expect(desk.opened(desk.id)).toMatchObject({ reviewer: REVIEWER, secondReviewer: SECOND });
  });

  test('read again, or twice in one receipt, is the same yes, and duties are put down once', () => {
    const desk = waiting();
    const answer = desk.answerTo(desk.id);
    desk.answered(answer, answer);
    const once = desk.opened(desk.id);
    const lines = desk.lines().length;
    desk.answered(answer);
    expect(desk.opened(desk.id)).toEqual(once);
    expect(desk.lines()).toHaveLength(lines);
  });

  test('comes after a no only to an entry of its own', () => {
    const desk = waiting();
    desk.answered(desk.answerTo(desk.id, { answer: 'deny', reason: '文书不全' }), desk.answerTo(desk.id));
    expect(desk.rowOf(desk.id)).toMatchObject({ state: 'denied', denial: '文书不全' });
  });
});

describe('a no', () => {
  test('is shown with its reason to whoever entered it, and to nobody else, until it is put away', () => {
    const desk = waiting();
    desk.answered(desk.answerTo(desk.id, { answer: 'deny', reason: '执行通知书未附' }));
    expect(desk.statutory.waiting({}, desk.officer, CONTEXT)).toMatchObject([
      { id: desk.id, state: 'denied', denial: '执行通知书未附' },
    ]);
    expect(desk.statutory.waiting({}, desk.colleague, CONTEXT)).toEqual([]);
    expect(desk.listed()).toEqual([]);
    expect(desk.statutory.due({}, desk.officer, CONTEXT).waiting).toBe(0);
    const { name, birthDate, leadBody, leadContact, leadPhone } = entryOf('SM01');
    const correction = { name, birthDate, leadBody, leadContact, leadPhone };
    const put = () =>
      desk.statutory.correct({ ...desk.at(desk.id), correction, reason: '补正' }, desk.officer, CONTEXT);
    expect(failureOfWork(put)).toMatchObject({ issues: [{ field: 'standing', rule: 'not-now' }] });
  });

  test('is gone after fourteen days like an entry without an answer', () => {
    const desk = waiting();
    desk.answered(desk.answerTo(desk.id, { answer: 'deny', reason: '文书不全' }));
    desk.clock.forward({ days: APPROVAL_DAYS });
    expect(desk.statutory.waiting({}, desk.officer, CONTEXT)).toEqual([]);
  });

  test('does not stop a court order: it runs without an answer', () => {
    const desk = openStatutory();
    const id = desk.inForce('SM08');
    desk.answered(desk.answerTo(id, { answer: 'deny', reason: '无' }), desk.answerTo(id));
    expect(desk.opened(id)).toMatchObject({ standing: 'in-force', approvedOn: null });
  });
});
