/** 权利请求 from the desk to the answer: who sees which, when it is due, and what an answer needs. */
import { describe, expect, test } from 'vitest';
import { addMonths } from '#shared/kernel/calendar-day.ts';
import { verifyStore } from '#main/db/verify.ts';
import { rightsRequestsLedger } from '#main/ledgers/rights/table.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { runRetention } from '#main/retention/run.ts';
import { dueCounts } from '#main/retention/retained.ts';
import { granted, refused as refusal, request } from '#tests/support/care-rights-words.ts';
import { openCareRights } from '#tests/support/care-rights.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';
import { newDraft, TODAY } from '#tests/support/visits.ts';

const refused = (field: string, rule: string) => ({ code: 'invalid', issues: [{ field, rule }] });
const at = ({ id, revision }: { readonly id: string; readonly revision: number }) => ({ id, revision });

describe('a request', () => {
  test('is taken in at the desk, once, with its number and the day on which an answer is due', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person();
    const input = { request: { ...request, residentId }, draft: newDraft() };
    const [row, again] = [0, 1].map(() => desk.rights.register(input, desk.auxiliary, CONTEXT));
    expect(row).toMatchObject({
      id: '07-000001',
      residentId,
      phoneMasked: '154····7712',
      dueOn: '2026-12-14',
      late: 0,
      answeredOn: null,
      registeredByName: '王芳',
    });
    expect(again).toEqual(row);
    expect(JSON.stringify(row)).not.toContain(request.phone);
  });

  test('of somebody who is not in the ledger is taken in all the same; of a number that is nobody’s it is not', () => {
    const desk = openCareRights();
    expect(desk.asked()).toMatchObject({ residentId: null });
    expect(failureOfWork(() => desk.asked({ residentId: '07-999999' }))).toEqual(
      refused('residentId', 'missing'),
    );
    const moved = desk.setOut(desk.person(), '2026-11-01');
    expect(failureOfWork(() => desk.asked({ residentId: moved.id }))).toEqual(
      refused('residentId', 'missing'),
    );
    expect(desk.asked({ residentId: moved.id }, desk.officer)).toMatchObject({ residentId: moved.id });
  });

  test.each([
    // Received before a weekend; over the National Day holiday, with the working Sundays around it; over the Spring Festival.
    ['2026-11-20', '2026-12-11'],
    ['2026-09-24', '2026-10-22'],
    ['2026-02-10', '2026-03-09'],
  ])('received on %s is due on %s: fifteen working days, holidays not counted', (receivedOn, dueOn) => {
    const desk = openCareRights();
    expect(desk.asked({ receivedOn })).toMatchObject({ receivedOn, dueOn });
  });

  test('counts the days it is late, also after it was answered', () => {
    const desk = openCareRights();
    const row = desk.asked();
    const open = () => desk.rights.open({ id: row.id }, desk.officer, CONTEXT);
    desk.clock.set('2026-12-14T10:00:00.000Z');
    expect(open()).toMatchObject({ late: 0 });
    expect(desk.rights.due({}, desk.officer, CONTEXT)).toEqual({ open: 1, late: 0, nextOn: '2026-12-14' });
    desk.clock.forward({ days: 3 });
    expect(open()).toMatchObject({ late: 3 });
    expect(desk.rights.due({}, desk.officer, CONTEXT)).toEqual({ open: 1, late: 1, nextOn: '2026-12-14' });
    desk.answered(row);
    desk.clock.forward({ days: 30 });
    expect(open()).toMatchObject({ late: 3, answeredOn: '2026-12-17' });
    expect(desk.rights.due({}, desk.officer, CONTEXT)).toEqual({ open: 0, late: 0, nextOn: null });
  });

  test('that was made for a record follows it into the one it became', () => {
    const desk = openCareRights();
    const [keep, drop] = [desk.person({ name: '何平' }), desk.person({ name: '何萍' })];
    const { id } = desk.asked({ residentId: drop.id });
    desk.joined(keep, drop);
    expect(desk.rights.open({ id }, desk.officer, CONTEXT)).toMatchObject({ residentId: keep.id });
  });
});

test('an auxiliary sees those they took in, an officer all; open ones first by their day, then the newest answers', () => {
  const desk = openCareRights();
  const other = desk.hired('陈刚', 'auxili2', 'auxiliary');
  const days = ['2026-11-20', '2026-11-18', '2026-11-19', '2026-11-17'];
  const rows = days.map((receivedOn, n) => desk.asked({ receivedOn }, n === 3 ? other : desk.auxiliary));
  const ids = rows.map(({ id }) => id);
  for (const n of [1, 3]) {
    const row = rows[n];
    if (row !== undefined) desk.answered(row);
    desk.clock.forward({ days: 1 });
  }
  const list = (by = desk.officer, open = false, after: string | null = null) =>
    desk.rights.list({ after, rows: 3, open }, by, CONTEXT);
  const first = list();
  const second = list(desk.officer, false, first.next);
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual([ids[2], ids[0], ids[3], ids[1]]);
  expect(second).toMatchObject({ next: null, total: 4, all: 4 });
  expect(list(desk.officer, true)).toMatchObject({
    total: 2,
    all: 4,
    rows: [{ id: ids[2] }, { id: ids[0] }],
  });
  expect(list(desk.auxiliary).rows.map(({ id }) => id)).toEqual([ids[2], ids[0], ids[1]]);
  expect(list(other)).toMatchObject({ total: 1, all: 1, rows: [{ id: ids[3] }] });
  const open = () => desk.rights.open({ id: ids[3] ?? '' }, desk.auxiliary, CONTEXT);
  expect(failureOfWork(open)).toEqual({ code: 'missing' });
});

describe('an answer', () => {
  test('with yes says how it was made sure who asks', () => {
    const desk = openCareRights();
    const row = desk.asked();
    for (const outcome of ['granted', 'partly'] as const)
      expect(failureOfWork(() => desk.answered(row, { ...refusal, outcome, identity: null }))).toMatchObject({
        issues: [{ field: 'identity', rule: 'required' }],
      });
    expect(desk.answered(row)).toMatchObject({
      outcome: 'granted',
      identity: 'id-card',
      answeredOn: TODAY,
      answeredByName: '李建国',
    });
  });

  test('with no names the article and the reason', () => {
    const desk = openCareRights();
    const row = desk.asked({ kind: 'delete' });
    expect(failureOfWork(() => desk.answered(row, { ...refusal, ground: null }))).toEqual(
      refused('ground', 'required'),
    );
    expect(failureOfWork(() => desk.answered(row, { ...refusal, answer: '不行' }))).toEqual(
      refused('answer', 'say-why'),
    );
    expect(desk.answered(row, refusal)).toMatchObject({ outcome: 'refused', ground: 'term-not-over' });
  });

  test('is given once, as the request stands; what was answered is neither answered anew nor taken out', () => {
    const desk = openCareRights();
    const row = desk.asked();
    expect(failureOfWork(() => desk.answered({ ...row, revision: 7 }))).toEqual({
      code: 'stale',
      revision: 1,
    });
    const answered = desk.answered(row);
    expect(failureOfWork(() => desk.answered(answered, refusal))).toEqual(
      refused('outcome', 'answered-already'),
    );
    expect(failureOfWork(() => desk.rights.retire(at(answered), desk.officer, CONTEXT))).toEqual(
      refused('outcome', 'answered-already'),
    );
  });

  test('that was given by mistake can be taken back for a moment by whoever gave it; the request itself cannot', () => {
    const desk = openCareRights();
    const row = desk.asked({}, desk.officer);
    const undo = (revision: number) =>
      desk.careRightsHistory.undo({ ledger: 'rights_requests', id: row.id, revision }, desk.officer, CONTEXT);
    expect(failureOfWork(() => undo(1))).toEqual({ code: 'too-late' });
    const { revision } = desk.answered(row);
    undo(revision);
    expect(desk.rowOf('rights_requests', row.id)).toMatchObject({ answered_on: null, retain_until: null });
  });

  test('and what led to it are read by officers, with the phone masked', () => {
    const desk = openCareRights();
    const row = desk.answered(desk.asked());
    const past = (by = desk.officer) =>
      desk.careRightsHistory.of({ ledger: 'rights_requests', id: row.id }, by, CONTEXT);
    expect(failureOfWork(() => past(desk.auxiliary))).toEqual({ code: 'forbidden' });
    expect(JSON.stringify(past())).toContain('154····7712');
    expect(JSON.stringify(past())).not.toContain(request.phone);
  });
});

describe('C10: a request', () => {
  /** Days on which people worked, so that the clock is believed. */
  function believed(desk: ReturnType<typeof openCareRights>, day: string): void {
    for (const before of [4, 3, 2]) {
      desk.clock.set(`${day}T01:00:00.000Z`);
      desk.clock.forward({ days: -before });
      desk.journal.write(desk.officer, (write) =>
        write.note('A', 'staff', desk.officer.staff, { event: 'unlocked' }),
      );
    }
    desk.clock.set(`${day}T01:00:00.000Z`);
  }

  test('is kept for three years after its answer and then forgotten; an open one stays', () => {
    const desk = openCareRights();
    const open = desk.asked();
    const row = desk.answered(desk.asked());
    const end = addMonths(TODAY, 36);
    believed(desk, end);
    const opened = { store: desk.store, journal: desk.journal, clock: desk.clock };
    expect(runRetention(opened).forgotten).toMatchObject([{ ledger: 'rights_requests', count: 1 }]);
    expect(desk.rowOf('rights_requests', row.id)).toMatchObject({
      name: '',
      phone: '',
      asks: '',
      answer: '',
      kind: 'access',
    });
    expect(desk.rowOf('rights_requests', open.id)).toMatchObject({ name: request.name });
    expect(desk.lines().join('\n')).not.toContain(granted.answer);
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
  });

  test('that was a wrong entry leaves the ledger at once and is forgotten after twelve months', () => {
    const desk = openCareRights();
    const row = desk.asked();
    desk.rights.retire(at(row), desk.officer, CONTEXT);
    expect(failureOfWork(() => desk.rights.open({ id: row.id }, desk.officer, CONTEXT))).toEqual({
      code: 'missing',
    });
    expect(desk.rights.due({}, desk.officer, CONTEXT)).toMatchObject({ open: 0 });
    const due = (day: string) =>
      dueCounts(desk.store.raw, day).find(({ ledger }) => ledger === rightsRequestsLedger.name)?.due;
    expect([due('2027-11-22'), due('2027-11-23')]).toEqual([0, 1]);
  });
});
