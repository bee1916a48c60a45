/** Who sees which entry, call by call: the officer in charge, of a court order every officer, and nobody else a trace of it. */
import { describe, expect, test } from 'vitest';
import type { Caller } from '#shared/kernel/caller.ts';
import { CATEGORIES, CATEGORY_CODES } from '#shared/ledgers/statutory/categories.ts';
import { READS_AN_HOUR } from '#shared/ledgers/statutory/reading.ts';
import { failureOfCall, failureOfWork } from '#tests/support/failures.ts';
import { openTestOffice } from '#tests/support/office.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { entryOf } from '#tests/support/statutory-entries.ts';
import { statutoryInputs } from '#tests/support/statutory-inputs.ts';
import { openStatutory, OFTEN, WHY, type StatutoryDesk } from '#tests/support/statutory.ts';
import { newDraft, TODAY } from '#tests/support/visits.ts';

const NOTHING = { overdue: 0, today: 0, week: 0, ending: 0, notices: 0, waiting: 0 };
const PROTECTS = CATEGORY_CODES.filter((code) => CATEGORIES[code].seenBy === 'officers');
const NAMED = CATEGORY_CODES.filter((code) => CATEGORIES[code].seenBy === 'named');

/** Every call that names an entry, as somebody would make it who guessed its number. */
function callsOn({ statutory, at, officer }: StatutoryDesk, id: string, caller: Caller) {
  const { name, birthDate, leadBody, leadContact, leadPhone } = entryOf('SM01');
  const correction = { name, birthDate, leadBody, leadContact, leadPhone };
  const first = statutory.open({ id, ...OFTEN }, officer, CONTEXT).duties[0];
  const seen = { id: first?.id ?? '07-000001', revision: first?.revision ?? 1 };
  return {
    open: () => statutory.open({ id, ...OFTEN }, caller, CONTEXT),
    revealProtected: () => statutory.revealProtected({ id, ...OFTEN }, caller, CONTEXT),
    withdraw: () => statutory.withdraw(at(id), caller, CONTEXT),
    correct: () => statutory.correct({ ...at(id), correction, reason: '录入有误' }, caller, CONTEXT),
    handOver: () => statutory.handOver({ ...at(id), officer: officer.staff }, caller, CONTEXT),
    doDuty: () =>
      statutory.doDuty({ id, duty: seen, doneOn: TODAY, result: 'done', recordNumber: '' }, caller, CONTEXT),
    undoDuty: () => statutory.undoDuty({ id, duty: seen }, caller, CONTEXT),
    end: () => statutory.end({ ...at(id), how: 'released', endedOn: TODAY }, caller, CONTEXT),
  };
}

describe('another officer', () => {
  test.each(NAMED)(
    'finds of %s nothing: no row, no count, and every call says that it is missing',
    (category) => {
      const desk = openStatutory();
      const id = desk.inForce(category);
      desk.entered(category);
      expect(desk.listed(desk.colleague)).toEqual([]);
      expect(desk.statutory.due({}, desk.colleague, CONTEXT)).toEqual(NOTHING);
      expect(desk.statutory.waiting({}, desk.colleague, CONTEXT)).toEqual([]);
      for (const call of Object.values(callsOn(desk, id, desk.colleague)))
        expect(failureOfWork(call)).toEqual({ code: 'missing' });
      for (const call of Object.values(
        callsOn({ ...desk, at: () => ({ id: '07-009999', revision: 1 }) }, id, desk.colleague),
      ))
        expect(failureOfWork(call)).toEqual({ code: 'missing' });
    },
  );

  test.each(PROTECTS)('sees %s and does what is due, and changes nothing of it', (category) => {
    const desk = openStatutory();
    const id = desk.inForce(category);
    expect(desk.listed(desk.colleague)).toEqual([id]);
    // What is counted is one's own to see to.
    expect(desk.statutory.due({}, desk.colleague, CONTEXT)).toEqual(NOTHING);
    const { open, doDuty, undoDuty, ...others } = callsOn(desk, id, desk.colleague);
    expect(open()).toMatchObject({ id, protectedMasked: '林×' });
    for (const call of Object.values(others)) expect(failureOfWork(call)).toEqual({ code: 'forbidden' });
    expect(doDuty()).toMatchObject({ result: 'done', doneByName: '赵新' });
    expect(failureOfWork(undoDuty)).toMatchObject({ code: 'stale' });
    // When it is over nobody sees it, in charge or not.
    desk.statutory.end({ ...desk.at(id), how: 'revoked', endedOn: TODAY }, desk.officer, CONTEXT);
    for (const caller of [desk.colleague, desk.officer]) {
      expect(desk.listed(caller)).toEqual([]);
      expect(failureOfWork(() => desk.opened(id, caller))).toEqual({ code: 'missing' });
    }
  });

  test('takes over an entry and sees it from then on, and whoever gave it away does not', () => {
    const desk = openStatutory();
    const id = desk.inForce('SM01');
    desk.statutory.handOver({ ...desk.at(id), officer: desk.colleague.staff }, desk.officer, CONTEXT);
    expect(desk.listed(desk.officer)).toEqual([]);
    expect(desk.listed(desk.colleague)).toEqual([id]);
    expect(desk.opened(id, desk.colleague)).toMatchObject({
      officer: { name: '赵新' },
      enteredByName: '李建国',
    });
  });
});

test('waiting entries are numbers and days to whoever is in charge, and in no list of anybody', () => {
  const desk = openStatutory();
  const id = desk.entered('SM02', { name: '何远山' });
  const rows = desk.statutory.waiting({}, desk.officer, CONTEXT);
  expect(rows).toEqual([
    {
      id,
      revision: 1,
      category: 'SM02',
      state: 'provisional',
      enteredOn: TODAY,
      goneOn: '2026-12-07',
      sent: false,
      denial: '',
    },
  ]);
  expect(JSON.stringify(rows)).not.toContain('何远山');
  expect(desk.listed()).toEqual([]);
  desk.station.bundled = desk.rowOf(id).changeN;
  expect(desk.statutory.waiting({}, desk.officer, CONTEXT)[0]?.sent).toBe(true);
  expect(desk.statutory.due({}, desk.officer, CONTEXT)).toEqual({ ...NOTHING, waiting: 1 });
  // After fourteen days it was never there.
  desk.clock.forward({ days: 14 });
  expect(desk.statutory.waiting({}, desk.officer, CONTEXT)).toEqual([]);
  expect(desk.statutory.due({}, desk.officer, CONTEXT)).toEqual(NOTHING);
  expect(failureOfWork(() => desk.opened(id))).toEqual({ code: 'missing' });
});

describe('an entry of a minor', () => {
  test('is seen by nobody from the moment a birth date is put right, here or in the population ledger', () => {
    const desk = openStatutory();
    const person = desk.person({ name: '何远', birthDate: '1987-03-14', idNumber: null, idType: 'none' });
    const id = desk.inForce('SM01', { residentId: person.id });
    expect(desk.listed()).toEqual([id]);
    desk.amend(person, { birthDate: '2009-03-14' });
    expect(desk.listed()).toEqual([]);
    expect(failureOfWork(() => desk.opened(id))).toEqual({ code: 'missing' });

    const other = desk.inForce('SM03');
    const { name, leadBody, leadContact, leadPhone } = entryOf('SM03');
    const correction = { name, leadBody, leadContact, leadPhone, birthDate: '2009-03-14' };
    const done = desk.statutory.correct(
      { ...desk.at(other), correction, reason: '与户口簿不符' },
      desk.officer,
      CONTEXT,
    );
    expect(done.sealed).toBe(true);
    expect(desk.listed()).toEqual([]);
  });

  test('is refused by what the population ledger knows, whatever was typed', () => {
    const desk = openStatutory();
    const person = desk.person({ name: '何小远', birthDate: '2009-03-14', idNumber: null, idType: 'none' });
    expect(failureOfWork(() => desk.entered('SM01', { residentId: person.id }))).toEqual({
      code: 'invalid',
      issues: [{ field: 'birthDate', rule: 'minor' }],
    });
  });

  test('is found through a record that was merged into another', () => {
    const desk = openStatutory();
    const first = desk.person({ name: '何远', birthDate: '1987-03-14', idNumber: null, idType: 'none' });
    const id = desk.inForce('SM01', { residentId: first.id });
    const second = desk.person({ name: '何远', birthDate: '2009-03-14', idNumber: null, idType: 'none' });
    void desk.people.doubles.merge(
      {
        keep: { id: second.id, revision: second.revision },
        drop: { id: first.id, revision: first.revision },
        take: [],
        reason: '同一人两次登记',
      },
      desk.officer,
      CONTEXT,
    );
    expect(failureOfWork(() => desk.opened(id))).toEqual({ code: 'missing' });
  });
});

describe('every look', () => {
  test('needs a reason that says enough', () => {
    const desk = openStatutory();
    const id = desk.inForce('SM01');
    const other = { reason: 'other', note: '看', explanation: '' } as const;
    const work = () => desk.statutory.open({ id, ...other }, desk.officer, CONTEXT);
    expect(failureOfWork(work)).toEqual({ code: 'reason-needed' });
  });

  test('beyond twelve within the hour asks what for, and the auditor is told how many', async () => {
    const desk = await openTestOffice({ staffed: true });
    await desk.signIn('officer');
    const list = (explanation = '') => desk.counter.statutory.list({ ...WHY, explanation });
    for (let reads = 0; reads < READS_AN_HOUR; reads += 1) await list();
    expect(await failureOfCall(list())).toEqual({ code: 'explain-needed' });
    expect(await failureOfCall(list('核对'))).toEqual({ code: 'explain-needed' });
    await list('月底逐份核对到期日');
    desk.clock.forward({ minutes: 61 });
    await list();
    await desk.signIn('auditor');
    const { rows } = await desk.counter.journal.page({ after: null, rows: 100, ops: ['A', 'V'] });
    const told = rows.filter(({ ledger }) => ledger === 'statutory_matters');
    expect(told.filter(({ op }) => op === 'V')).toHaveLength(READS_AN_HOUR + 2);
    expect(told.filter(({ op }) => op === 'A')).toMatchObject([
      { fields: ['many-reads'], reason: '月底逐份核对到期日' },
    ]);
    await desk.dispose();
  });
});

test('to every other role each call is forbidden, and only the attempt is written down', async () => {
  const desk = await openTestOffice({ staffed: true });
  for (const role of ['auxiliary', 'administrator', 'auditor'] as const) {
    await desk.signIn(role);
    for (const [call, input] of Object.entries(statutoryInputs())) {
      const [room, name] = call.split('.') as ['statutory', 'open'];
      if (room !== 'statutory' && role === 'auditor') continue;
      const made = desk.counter[room][name](input as never);
      expect(await failureOfCall(made), call).toEqual({ code: 'forbidden' });
    }
  }
  await desk.dispose();
});

describe('an entry that is refused', () => {
  test('while no station is known: nobody could say yes to it', () => {
    const desk = openStatutory();
    desk.station.pinned = false;
    expect(failureOfWork(() => desk.entered('SM08'))).toEqual({ code: 'not-enrolled' });
  });

  test('a second time by the same document, or as the renewal of what is not one’s own', () => {
    const desk = openStatutory();
    const first = desk.inForce('SM01');
    const { documentNumber } = desk.rowOf(first);
    expect(failureOfWork(() => desk.entered('SM01', { documentNumber, renews: first }))).toMatchObject({
      issues: [{ field: 'documentNumber', rule: 'entered-before' }],
    });
    expect(desk.rowOf(desk.entered('SM01', { renews: first })).renews).toBe(first);
    for (const changes of [
      { category: 'SM02', by: desk.officer },
      { category: 'SM01', by: desk.colleague },
    ] as const)
      expect(
        failureOfWork(() => desk.entered(changes.category, { renews: first }, changes.by)),
      ).toMatchObject({
        issues: [{ field: 'renews', rule: 'missing' }],
      });
  });

  test('of a resident whom the office does not know', () => {
    const desk = openStatutory();
    expect(failureOfWork(() => desk.entered('SM01', { residentId: '07-000999' }))).toMatchObject({
      issues: [{ field: 'residentId', rule: 'missing' }],
    });
  });
});

test('a double click makes one entry, and its draft keeps no word of it', () => {
  const desk = openStatutory();
  const draft = newDraft();
  const input = { entry: entryOf('SM01'), draft };
  const { id } = desk.statutory.enter(input, desk.officer, CONTEXT);
  expect(desk.statutory.enter(input, desk.officer, CONTEXT)).toMatchObject({ id, revision: 1 });
  expect(desk.drafts.pending({ form: 'statutory' }, desk.officer, CONTEXT)).toBeNull();
});

test('an entry that is taken back, or put away after a no, is forgotten: no line tells of it', () => {
  const desk = openStatutory();
  for (const answer of ['none', 'deny']) {
    const id = desk.entered('SM01', { name: '何远山' });
    if (answer === 'deny') desk.answered(desk.answerTo(id, { answer, reason: '执行通知书未附' }));
    desk.statutory.withdraw(desk.at(id), desk.officer, CONTEXT);
    expect(desk.statutory.waiting({}, desk.officer, CONTEXT)).toEqual([]);
  }
  expect(desk.lines().join('')).not.toMatch(/何远山|执行通知书未附/);
  const id = desk.inForce('SM01');
  expect(failureOfWork(() => desk.statutory.withdraw(desk.at(id), desk.officer, CONTEXT))).toMatchObject({
    issues: [{ field: 'standing', rule: 'not-now' }],
  });
});
