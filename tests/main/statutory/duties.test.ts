/** 法定义务 of an entry, one after the other: what is due, what was answered, what follows, and what may be taken back. */
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '#shared/kernel/calendar-day.ts';
import type { DutyKind } from '#shared/ledgers/statutory/categories.ts';
import type { DutyDone } from '#shared/ledgers/statutory/duties.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { BEGUN } from '#tests/support/statutory-entries.ts';
import { openStatutory } from '#tests/support/statutory.ts';
import { TODAY } from '#tests/support/visits.ts';

function talking() {
  const desk = openStatutory();
  const id = desk.inForce('SM01');
  const seen = (kind: DutyKind) => {
    const duty = desk.duty(id, kind);
    return { id: duty.id, revision: duty.revision };
  };
  const answer = (kind: DutyKind, changes: Partial<DutyDone> = {}) => {
    const done = {
      doneOn: desk.clock.now().slice(0, 10),
      result: 'done',
      recordNumber: '',
      ...changes,
    } as const;
    return desk.statutory.doDuty({ id, duty: seen(kind), ...done }, desk.officer, CONTEXT);
  };
  const talks = () =>
    desk
      .opened(id)
      .duties.filter(({ kind }) => kind === 'talk')
      .map(({ dueOn, result }) => [dueOn, result]);
  return { ...desk, id, seen, answer, talks };
}

const TALK = addDays(TODAY, 7);

test('a talk that is held is followed by the next a month after the day it was due, held late or not', () => {
  const desk = talking();
  desk.clock.forward({ days: 9 });
  expect(desk.answer('talk', { recordNumber: '谈字〔2026〕3号' })).toMatchObject({
    doneByName: '李建国',
    recordNumber: '谈字〔2026〕3号',
    result: 'done',
  });
  expect(desk.talks()).toEqual([
    [TALK, 'done'],
    [addMonths(TALK, 1), null],
  ]);
  // Told once and for all.
  desk.answer('tell-rules');
  expect(() => desk.seen('tell-rules')).toThrow('no open');
});

test('somebody who was not met is tried again within a week', () => {
  const desk = talking();
  desk.answer('talk', { result: 'not-met' });
  expect(desk.talks()).toEqual([
    [addDays(TODAY, 7), 'not-met'],
    [addDays(TODAY, 7), null],
  ]);
});

test('no duty is due on or after the end', () => {
  const desk = openStatutory();
  const id = desk.inForce('SM01', { endsOn: addDays(TODAY, 20) });
  expect(desk.opened(id).duties.map(({ kind }) => kind)).toEqual(['tell-rules', 'talk']);
  const { revision, ...talk } = desk.duty(id, 'talk');
  const done = { doneOn: TODAY, result: 'done', recordNumber: '' } as const;
  desk.statutory.doDuty({ id, duty: { id: talk.id, revision }, ...done }, desk.officer, CONTEXT);
  expect(desk.opened(id).duties).toHaveLength(2);
});

test('a day that has not come, a day before the document, and words for a number are refused', () => {
  const desk = talking();
  for (const [changes, issue] of [
    [{ doneOn: addDays(TODAY, 1) }, { field: 'doneOn', rule: 'in-future' }],
    [{ doneOn: addDays(BEGUN, -1) }, { field: 'doneOn', rule: 'before-document' }],
    [{ recordNumber: '态度很差' }, { field: 'recordNumber', rule: 'not-a-number' }],
  ] as const)
    expect(failureOfWork(() => desk.answer('talk', changes))).toEqual({ code: 'invalid', issues: [issue] });
  expect(desk.talks()).toEqual([[TALK, null]]);
});

test('a duty is answered once: whoever looked before finds it changed', () => {
  const desk = talking();
  const duty = desk.seen('talk');
  const done = { doneOn: TODAY, result: 'done', recordNumber: '' } as const;
  const work = () => desk.statutory.doDuty({ id: desk.id, duty, ...done }, desk.officer, CONTEXT);
  work();
  expect(failureOfWork(work)).toEqual({ code: 'stale', revision: 2 });
  const again = { ...duty, revision: 2 };
  expect(
    failureOfWork(() => desk.statutory.doDuty({ id: desk.id, duty: again, ...done }, desk.officer, CONTEXT)),
  ).toEqual({ code: 'stale', revision: 2 });
});

describe('an answer by mistake', () => {
  test('is taken back on the same day, with the duty that followed', () => {
    const desk = talking();
    const { id, revision } = desk.answer('talk', { recordNumber: '谈字3号' });
    const undone = desk.statutory.undoDuty({ id: desk.id, duty: { id, revision } }, desk.officer, CONTEXT);
    expect(undone).toMatchObject({ doneOn: null, result: null, recordNumber: '', doneByName: '' });
    expect(desk.talks()).toEqual([[TALK, null]]);
    desk.answer('talk', { result: 'reported' });
    expect(desk.talks()[0]).toEqual([TALK, 'reported']);
  });

  test('stays after midnight, after the next one was answered, and where there is none', () => {
    const desk = talking();
    const undo = (duty: { id: string; revision: number }) => () =>
      desk.statutory.undoDuty(
        { id: desk.id, duty: { id: duty.id, revision: duty.revision } },
        desk.officer,
        CONTEXT,
      );
    expect(failureOfWork(undo(desk.seen('talk')))).toEqual({ code: 'missing' });
    const first = desk.answer('talk', { result: 'not-met' });
    desk.answer('talk');
    expect(failureOfWork(undo(first))).toEqual({ code: 'too-late' });
    const told = desk.answer('tell-rules');
    desk.clock.forward({ days: 1 });
    expect(failureOfWork(undo(told))).toEqual({ code: 'too-late' });
  });
});

test('what is due is counted for the officer in charge: overdue, today, this week, ending within thirty days', () => {
  const desk = openStatutory();
  const due = () => desk.statutory.due({}, desk.officer, CONTEXT);
  desk.inForce('SM01');
  desk.inForce('SM01', { endsOn: addDays(TODAY, 15) });
  expect(due()).toEqual({ overdue: 0, today: 2, week: 2, ending: 1, notices: 0, waiting: 0 });
  desk.clock.forward({ days: 1 });
  expect(due()).toEqual({ overdue: 2, today: 0, week: 2, ending: 1, notices: 0, waiting: 0 });
  desk.clock.forward({ days: 14 });
  // The second one is over; of the first the rules were not told and the talk was not held.
  expect(due()).toEqual({ overdue: 2, today: 0, week: 0, ending: 0, notices: 0, waiting: 0 });
});
