/** What the front desk sees of a consent, and that after a withdrawal or an end nobody sees anything. */
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '#shared/kernel/calendar-day.ts';
import { CARE_SEALED_DAYS } from '#shared/ledgers/care/care.ts';
import { careRetained } from '#main/ledgers/care/retained.ts';
import { now } from '#tests/support/answers.ts';
import { consent } from '#tests/support/care-rights-words.ts';
import { openCareRights } from '#tests/support/care-rights.ts';
import { failureOfCall, failureOfWork } from '#tests/support/failures.ts';
import { openTestOffice } from '#tests/support/office.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { newDraft } from '#tests/support/visits.ts';

const LINE = { contactName: consent.contactName, contactPhone: consent.contactPhone };
type Desk = ReturnType<typeof openCareRights>;

/** Every way to see a consent. */
function seen(desk: Desk, residentId: string, id: string): number {
  const { officer, auxiliary } = desk;
  let ways = 0;
  for (const by of [officer, auxiliary]) ways += desk.linesOf(residentId, by).length;
  ways += desk.listed().length;
  const due = desk.care.due({}, officer, CONTEXT);
  ways += due.waiting + due.ending;
  const missing = { code: 'missing' };
  for (const way of [
    () => desk.care.open({ id }, officer, CONTEXT),
    () => desk.careRightsHistory.of({ ledger: 'care_consents', id }, officer, CONTEXT),
    () => desk.paper({ name: 'care-consent', id }),
  ])
    try {
      way();
      ways += 1;
    } catch {
      expect(failureOfWork(way)).toEqual(missing);
    }
  return ways;
}

describe('the front desk', () => {
  test('sees the one line that was agreed to, once it is approved, and nothing else of it', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person();
    const { id, revision } = desk.entered(residentId);
    expect(desk.linesOf(residentId)).toEqual([]);
    desk.care.approve({ id, revision }, desk.officer, CONTEXT);
    expect(desk.linesOf(residentId)).toEqual([LINE]);
    expect(desk.linesOf(desk.person({ name: '周敏' }).id)).toEqual([]);
    expect(desk.linesOf('07-999999')).toEqual([]);
  });

  test('sees no line where none was agreed to', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person();
    desk.approved(residentId, { deskLine: false });
    for (const by of [desk.auxiliary, desk.officer]) expect(desk.linesOf(residentId, by)).toEqual([]);
  });

  test('sees each contact once, however many consents name it: their number tells nothing', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person();
    for (const category of ['CA01', 'CA03'] as const) desk.approved(residentId, { category });
    expect(desk.linesOf(residentId)).toEqual([LINE]);
    desk.approved(residentId, { category: 'CA05', help: 'refer', contactName: '何强' });
    expect(desk.linesOf(residentId)).toHaveLength(2);
  });

  test('has no other call that answers with a consent', async () => {
    const office = await openTestOffice({ staffed: true });
    try {
      await office.signIn('auxiliary');
      const { care, rightsPapers, history } = office.counter;
      const record = { id: '07-000001', revision: 1 };
      for (const call of [
        () => care.list({ after: null, rows: 10, states: [], ending: false }),
        () => care.open({ id: record.id }),
        () => care.approve(record),
        () => care.decline({ ...record, reason: '不符' }),
        () => care.withdrawOne(record),
        () => care.due({}),
        () => history.of({ ledger: 'care_consents', id: record.id }),
        () => rightsPapers.preview({ order: { name: 'care-consent', id: record.id } }),
      ])
        expect(await failureOfCall(call())).toEqual({ code: 'forbidden' });
    } finally {
      await office.dispose();
    }
  });
});

describe('a withdrawal', () => {
  test('by one press at the desk ends every consent of the person, waiting or in force, from that moment on', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person();
    const row = desk.approved(residentId);
    const waiting = desk.entered(residentId, { category: 'CA03' });
    expect(seen(desk, residentId, row.id)).toBeGreaterThan(5);
    desk.withdraw(residentId);
    for (const { id } of [row, waiting]) {
      expect(seen(desk, residentId, id)).toBe(0);
      expect(desk.rowOf('care_consents', id)).toMatchObject({
        state: 'withdrawn',
        withdrawn_on: '2026-11-23',
      });
    }
  });

  test('answers alike whether there was anything, and of whom: whoever asks learns nothing', () => {
    const desk = openCareRights();
    const [has, hasNot] = [desk.person().id, desk.person({ name: '周敏' }).id];
    desk.approved(has);
    const answers = [has, has, hasNot, '07-999999'].map((id) => desk.withdraw(id));
    expect(answers).toEqual([{}, {}, {}, {}]);
  });

  test('of somebody who is away for a time counts as well', () => {
    const desk = openCareRights();
    const person = desk.person();
    const row = desk.approved(person.id);
    const out = { id: person.id, revision: person.revision, outState: 'left', outOn: '2026-11-20' } as const;
    now(desk.people.residents.setOut(out, desk.officer, CONTEXT));
    expect(desk.linesOf(person.id)).toEqual([]);
    expect(desk.linesOf(person.id, desk.officer)).toEqual([LINE]);
    desk.withdraw(person.id);
    expect(desk.rowOf('care_consents', row.id)).toMatchObject({ state: 'withdrawn' });
  });

  test('of one consent leaves the others, and is an officer’s', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person();
    const [one, other] = [desk.approved(residentId), desk.approved(residentId, { category: 'CA03' })];
    desk.care.withdrawOne({ id: one.id, revision: one.revision }, desk.officer, CONTEXT);
    expect(desk.listed().map(({ id }) => id)).toEqual([other.id]);
  });

  test('is not undone: a new paper is needed', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person();
    const { id, revision } = desk.approved(residentId);
    desk.withdraw(residentId);
    const again = { id, revision: revision + 1 };
    for (const deed of [
      () => desk.care.approve(again, desk.officer, CONTEXT),
      () => desk.careRightsHistory.undo({ ledger: 'care_consents', ...again }, desk.officer, CONTEXT),
    ])
      expect(failureOfWork(deed)).toEqual({ code: 'missing' });
    expect(desk.approved(residentId)).toMatchObject({ state: 'approved' });
  });
});

describe('the end', () => {
  test('comes by itself on the day, twelve months after the signature', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person();
    const { id, endsOn } = desk.approved(residentId);
    expect(endsOn).toBe(addMonths(consent.signedOn, 12));
    desk.clock.set(`${addDays(endsOn, -1)}T15:59:59.000Z`);
    expect(desk.linesOf(residentId)).toEqual([LINE]);
    desk.clock.forward({ seconds: 1 });
    expect(seen(desk, residentId, id)).toBe(0);
  });

  test('comes when the person dies or moves away, and not when they are missing', () => {
    for (const outState of ['dead', 'moved', 'missing'] as const) {
      const desk = openCareRights();
      const person = desk.person();
      const { id } = desk.approved(person.id);
      const out = { id: person.id, revision: person.revision, outState, outOn: '2026-11-22' };
      now(desk.people.residents.setOut(out, desk.officer, CONTEXT));
      if (outState === 'missing') expect(desk.linesOf(person.id, desk.officer)).toEqual([LINE]);
      else expect(seen(desk, person.id, id)).toBe(0);
    }
  });

  test('comes when the record turns out to be none', () => {
    const desk = openCareRights();
    const person = desk.person();
    const { id } = desk.approved(person.id);
    const wrong = { id: person.id, revision: person.revision, reason: '错录' };
    now(desk.people.residents.retire(wrong, desk.officer, CONTEXT));
    expect(seen(desk, person.id, id)).toBe(0);
  });

  test('C10: thirty days later it is due to be forgotten, also in an office that can seal nothing', () => {
    const desk = openCareRights();
    const [ends, withdrawn] = ['何平', '周敏'].map((name) => desk.approved(desk.person({ name }).id));
    desk.withdraw(withdrawn?.residentId ?? '');
    const due = (day: string) => careRetained.dueIds(desk.store.raw, day, 10);
    expect(due(addDays('2026-11-23', CARE_SEALED_DAYS - 1))).toEqual([]);
    expect(due(addDays('2026-11-23', CARE_SEALED_DAYS))).toEqual([withdrawn?.id]);
    expect(due(addDays(ends?.endsOn ?? '', CARE_SEALED_DAYS))).toEqual([withdrawn?.id, ends?.id]);
  });
});

describe('two records of one person', () => {
  test('have the consents of both, whichever was entered for, and under the record that is left', () => {
    const desk = openCareRights();
    const [keep, drop] = [desk.person({ name: '何平' }), desk.person({ name: '何萍' })];
    const row = desk.approved(drop.id);
    desk.joined(keep, drop);
    expect(desk.linesOf(keep.id)).toEqual([LINE]);
    expect(desk.linesOf(drop.id)).toEqual([LINE]);
    expect(desk.care.open({ id: row.id }, desk.officer, CONTEXT)).toMatchObject({
      residentId: keep.id,
      name: '何平',
    });
    const enter = () =>
      desk.care.enter(
        { care: { ...consent, residentId: keep.id }, draft: newDraft() },
        desk.officer,
        CONTEXT,
      );
    expect(failureOfWork(enter)).toEqual({
      code: 'invalid',
      issues: [{ field: 'category', rule: 'held-already' }],
    });
    desk.withdraw(keep.id);
    expect(seen(desk, drop.id, row.id)).toBe(0);
  });

  test('that were joined by mistake have their own again', () => {
    const desk = openCareRights();
    const [keep, drop] = [desk.person({ name: '何平' }), desk.person({ name: '何萍' })];
    desk.approved(drop.id);
    desk.joined(keep, drop);
    const { revision } = desk.stored(keep.id);
    now(desk.people.doubles.unmerge({ id: keep.id, revision }, desk.officer, CONTEXT));
    expect(desk.linesOf(keep.id)).toEqual([]);
    expect(desk.linesOf(drop.id)).toEqual([LINE]);
  });
});
