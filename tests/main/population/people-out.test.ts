/** Leaving and coming back; and how the office forgets whoever has been gone for a year. */
import { describe, expect, test } from 'vitest';
import { readForgotten } from '#bundle-format';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { verifyStore } from '#main/db/verify.ts';
import { residentsRetained } from '#main/ledgers/population/people/retained.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { systemCaller } from '#main/session/callers.ts';
import { now } from '#tests/support/answers.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT, numberOf, openPeopleDesk, type PeopleDesk } from '#tests/support/people.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';
import { newDraft } from '#tests/support/visits.ts';

const dueOn = (desk: PeopleDesk, day: string, limit = 100) =>
  residentsRetained.dueIds(desk.store.raw, day, limit);
const retire = (desk: PeopleDesk, { id, revision }: { id: string; revision: number }) =>
  now(desk.people.residents.retire({ id, revision, reason: '错录' }, desk.officer, CONTEXT));

describe('leaving', () => {
  test('needs its day, not one to come; from then on the term runs', () => {
    const desk = openPeopleDesk();
    const row = desk.person();
    const leave = (outOn: string | null) =>
      now(
        desk.people.residents.setOut(
          { id: row.id, revision: row.revision, outState: 'dead', outOn },
          desk.auxiliary,
          CONTEXT,
        ),
      );
    expect(failureOfWork(() => leave(null))).toEqual({
      code: 'invalid',
      issues: [{ field: 'outOn', rule: 'required' }],
    });
    expect(failureOfWork(() => leave('2026-11-24'))).toEqual({
      code: 'invalid',
      issues: [{ field: 'outOn', rule: 'future' }],
    });
    expect(leave('2026-11-23')).toMatchObject({
      outState: 'dead',
      outOn: '2026-11-23',
      retainUntil: '2027-11-23',
    });
  });

  test('gives the household no head; coming back makes the same person its head again, unless another is', () => {
    const desk = openPeopleDesk();
    const household = desk.household();
    const head = desk.person({ name: '李强', householdId: household.id, relation: '02' });
    const son = desk.person({ name: '李明', householdId: household.id, relation: '20' });
    const gone = desk.setOut(head, '2026-11-01');
    expect(gone).toMatchObject({ relation: null, householdId: household.id });
    const back = desk.setOut(gone, null);
    expect(back).toMatchObject({ relation: '02', outState: null, outOn: null, retainUntil: null });
    const goneAgain = desk.setOut(back, '2026-11-02');
    desk.amend(son, { relation: '02' });
    expect(desk.setOut(goneAgain, null)).toMatchObject({ relation: null, householdId: household.id });
  });

  test('coming back to a door from which the household has moved is coming back without it', () => {
    const desk = openPeopleDesk();
    const household = desk.household();
    const gone = desk.setOut(desk.person({ householdId: household.id, relation: '20' }), '2026-11-01');
    desk.person({ name: '李强', householdId: household.id, relation: '02' });
    const { id, revision } = household;
    const move = { id, revision, addressId: desk.doors.nextDoor, on: '2026-11-10' };
    expect(now(desk.people.households.move(move, desk.officer, CONTEXT))).toEqual({ moved: 1 });
    expect(desk.setOut(gone, null)).toMatchObject({
      householdId: null,
      relation: null,
      addressId: desk.doors.door,
    });
  });

  test('by a slip of an auxiliary is taken back by the same hand within the minute, and by no other', () => {
    const desk = openPeopleDesk();
    const row = desk.person();
    const gone = desk.setOut(row, '2026-11-20', desk.auxiliary);
    expect(failureOfWork(() => desk.undo('residents', gone))).toEqual({ code: 'too-late' });
    desk.undo('residents', gone, desk.auxiliary);
    expect(desk.open(row.id, desk.auxiliary)).toMatchObject({ outState: null, retainUntil: null });
    const again = desk.setOut(desk.open(row.id), '2026-11-20', desk.auxiliary);
    desk.clock.forward({ seconds: 61 });
    expect(failureOfWork(() => desk.undo('residents', again, desk.auxiliary))).toEqual({ code: 'missing' });
  });

  test('stands in no auxiliary’s way: not of a number, not of a change of it that is taken back, not of a second try', () => {
    const desk = openPeopleDesk();
    const number = numberOf('19910412', '123');
    const draft = newDraft();
    const gone = desk.setOut(
      desk.register({ idNumber: number }, desk.auxiliary, draft).resident,
      '2026-11-01',
    );
    const again = desk.register({ idNumber: number }, desk.auxiliary, draft).resident;
    expect([again.id === gone.id, again.outState]).toEqual([false, null]);
    const { resident } = desk.amend(again, { idType: 'none', idNumber: null }, desk.auxiliary);
    desk.undo('residents', resident, desk.auxiliary);
    expect(desk.stored(again.id).idNumber).toBe(number);
    expect(failureOfWork(() => desk.person({ idNumber: number }, desk.auxiliary))).toMatchObject({
      code: 'invalid',
    });
  });

  test('by a slip is not taken back once the same person was registered anew', () => {
    const desk = openPeopleDesk();
    const idNumber = numberOf('19910412', '123');
    const gone = desk.setOut(desk.person({ idNumber }), '2026-11-20', desk.auxiliary);
    desk.person({ idNumber }, desk.auxiliary);
    expect(failureOfWork(() => desk.undo('residents', gone, desk.auxiliary))).toEqual({ code: 'too-late' });
  });

  test('is not told to an auxiliary, not even of somebody who came back', () => {
    const desk = openPeopleDesk();
    const back = desk.setOut(desk.setOut(desk.person(), '2026-11-01'), null);
    const changesFor = (caller = desk.officer) =>
      desk.historyOf(back.id, caller).flatMap(({ changes }) => changes.map(({ after }) => after));
    expect(changesFor()).toContain('moved');
    expect(changesFor(desk.auxiliary)).not.toContain('moved');
    expect(changesFor(desk.auxiliary)).not.toContain('2026-11-01');
    const fields = desk.historyOf(back.id, desk.auxiliary).flatMap(({ changes }) => changes);
    expect(fields.filter(({ field }) => ['outState', 'outOn', 'retainUntil'].includes(field))).toEqual([]);
    expect(desk.historyOf(back.id, desk.auxiliary).map(({ what }) => what)).toEqual(['made']);
  });
});

describe('after twelve months', () => {
  test('whoever left is due, on the day and not before it; nobody who is here ever is', () => {
    const desk = openPeopleDesk();
    desk.person({ name: '王芳' });
    const gone = desk.setOut(desk.person(), '2026-11-01');
    desk.setOut(desk.setOut(desk.person(), '2026-10-01'), null);
    expect(dueOn(desk, '2027-10-31')).toEqual([]);
    expect(dueOn(desk, '2027-11-01')).toEqual([gone.id]);
  });

  test('a wrong entry that was taken out is due too', () => {
    const desk = openPeopleDesk();
    const wrong = desk.person();
    retire(desk, wrong);
    expect(dueOn(desk, '2027-11-23')).toEqual([]);
    expect(dueOn(desk, '2027-11-24')).toEqual([wrong.id]);
  });

  test('what was merged into a record goes with it, and before it', () => {
    const desk = openPeopleDesk();
    const people = ['19800101', '19810101', '19820101'].map((born) =>
      desk.person({ idNumber: numberOf(born, '001') }),
    );
    const [oldest, older, kept] = people.map(({ id }) => id);
    const merge = (keep = '', drop = '') =>
      now(
        desk.people.doubles.merge(
          { keep: desk.open(keep), drop: desk.open(drop), take: [], reason: '同一人' },
          desk.officer,
          CONTEXT,
        ),
      );
    merge(older, oldest);
    merge(kept, older);
    expect(dueOn(desk, '2099-01-01')).toEqual([]);
    desk.setOut(desk.open(kept ?? ''), '2026-11-10');
    expect(dueOn(desk, '2027-11-10')).toEqual([oldest, older, kept]);
    expect(dueOn(desk, '2027-11-10', 2)).toEqual([oldest, older]);
  });

  test('of the forgotten nothing is left but that there was one; the journal still proves itself', () => {
    const desk = openPeopleDesk();
    const number = numberOf('19910412', '123');
    const row = desk.person({ name: '欧阳欣', idNumber: number, phone: '15400015678' });
    const child = desk.person({ name: '欧阳明', birthDate: '2020-01-01', guardianId: row.id });
    const gone = desk.setOut(row, '2026-11-01');
    desk.clock.set(`${addDays(gone.retainUntil ?? '', 1)}T01:00:00.000Z`);
    desk.journal.write(systemCaller, (write) => write.forget(residentsLedger, row.id, 'retention'));
    expect(desk.stored(row.id)).toMatchObject({
      name: '',
      idNumber: null,
      phone: null,
      addressId: '',
      outOn: null,
      outState: 'moved',
      residenceType: 'registered',
    });
    expect(dueOn(desk, '2099-01-01')).toEqual([]);
    expect(failureOfWork(() => desk.open(row.id))).toEqual({ code: 'missing' });
    expect(desk.open(child.id).guardianName).toBeNull();
    const lines = desk.lines();
    expect(lines.filter((line) => readForgotten(line) !== null)).toHaveLength(2);
    // The child's own line is not that of the forgotten.
    for (const text of ['欧阳欣', number, '15400015678']) expect(lines.join('')).not.toContain(text);
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
  });
});
