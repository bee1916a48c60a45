/** 关爱服务 from the signed paper to its end: who enters, who looks at the paper, and what is refused. */
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '#shared/kernel/calendar-day.ts';
import { CARE_CODES, HELP_OF } from '#shared/ledgers/care/care.ts';
import { careConsentsLedger } from '#main/ledgers/care/table.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { verifyStore } from '#main/db/verify.ts';
import { staffLedger } from '#main/staff/table.ts';
import { systemCaller } from '#main/session/callers.ts';
import { consent } from '#tests/support/care-rights-words.ts';
import { openCareRights } from '#tests/support/care-rights.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';
import { newDraft, TODAY } from '#tests/support/visits.ts';

const refused = (field: string, rule: string) => ({ code: 'invalid', issues: [{ field, rule }] });

describe('CA01–CA06: a consent', () => {
  test('of every heading is entered at the desk, looked at by an officer, and in force for twelve months', () => {
    const desk = openCareRights({ afterReleaseHelp: true });
    for (const category of CARE_CODES) {
      const { id } = desk.person({ name: '何平' });
      const row = desk.entered(id, { category, help: HELP_OF[category][0] ?? 'refer' });
      expect(row).toMatchObject({
        category,
        state: 'waiting',
        name: '何平',
        enteredByName: '王芳',
        approvedByName: '',
      });
      const approved = desk.care.approve({ id: row.id, revision: row.revision }, desk.officer, CONTEXT);
      expect(approved).toMatchObject({
        state: 'approved',
        approvedByName: '李建国',
        endsOn: addMonths(consent.signedOn, 12),
      });
    }
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
  });

  test('CA06 释放后自愿帮扶 is not offered, entered or approved until an administrator switches it on', () => {
    const off = openCareRights();
    expect(off.care.offered({}, off.auxiliary, CONTEXT)).toEqual(['CA01', 'CA02', 'CA03', 'CA04', 'CA05']);
    const { id } = off.person();
    const enter = (by = off.auxiliary) => off.entered(id, { category: 'CA06', help: 'call' }, by);
    for (const by of [off.auxiliary, off.officer])
      expect(failureOfWork(() => enter(by))).toEqual(refused('category', 'not-offered'));
    expect(off.listed()).toEqual([]);
    const on = openCareRights({ afterReleaseHelp: true });
    expect(on.care.offered({}, on.auxiliary, CONTEXT)).toEqual([...CARE_CODES]);
  });

  test('C5: of a child under fourteen is a guardian’s, at the desk and once more when it is approved', () => {
    const desk = openCareRights();
    const child = desk.person({ name: '李小苗', birthDate: '2018-03-01' });
    const care = { category: 'CA04', help: 'refer' } as const;
    expect(failureOfWork(() => desk.entered(child.id, care))).toEqual(
      refused('consentBy', 'guardian-needed'),
    );
    const guardian = { consentBy: 'guardian', guardianName: '李欣' } as const;
    expect(desk.entered(child.id, { ...care, ...guardian })).toMatchObject({ guardianName: '李欣' });

    const unknown = desk.person({ name: '李大苗' });
    const { id, revision } = desk.entered(unknown.id, care);
    desk.amend(unknown, { birthDate: '2018-03-01' });
    const approve = () => desk.care.approve({ id, revision }, desk.officer, CONTEXT);
    expect(failureOfWork(approve)).toEqual(refused('consentBy', 'guardian-needed'));
  });

  test('is of somebody who lives here', () => {
    const desk = openCareRights();
    const moved = desk.setOut(desk.person(), '2026-11-01');
    expect(failureOfWork(() => desk.entered(moved.id))).toEqual(refused('residentId', 'missing'));
    expect(failureOfWork(() => desk.entered(moved.id, {}, desk.officer))).toEqual(
      refused('residentId', 'gone'),
    );
    expect(failureOfWork(() => desk.entered('07-999999'))).toEqual(refused('residentId', 'missing'));
    expect(desk.listed()).toEqual([]);
  });

  test('is added once by one press, and its draft is used up', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person();
    const input = { care: { ...consent, residentId }, draft: newDraft() };
    for (let press = 0; press < 2; press += 1) desk.care.enter(input, desk.auxiliary, CONTEXT);
    expect(desk.listed()).toHaveLength(1);
    expect(desk.drafts.pending({ form: 'care' }, desk.auxiliary, CONTEXT)).toBeNull();
  });
});

describe('an officer looks at the paper', () => {
  test('another than who entered it, where there is another', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person();
    const { id, revision } = desk.entered(residentId, {}, desk.officer);
    const colleague = desk.hired('陈刚', 'officer2', 'officer');
    const approve = (by = desk.officer) => desk.care.approve({ id, revision }, by, CONTEXT);
    expect(failureOfWork(approve)).toEqual(refused('approvedBy', 'own-entry'));
    expect(approve(colleague)).toMatchObject({
      state: 'approved',
      enteredByName: '李建国',
      approvedByName: '陈刚',
    });
  });

  test('the same, where there is none, or none any more', () => {
    const desk = openCareRights();
    const own = desk.entered(desk.person().id, {}, desk.officer);
    expect(desk.care.approve({ id: own.id, revision: own.revision }, desk.officer, CONTEXT)).toMatchObject({
      state: 'approved',
    });
    const colleague = desk.hired('陈刚', 'officer2', 'officer');
    desk.journal.write(systemCaller, (write) => write.retire(staffLedger, colleague.staff, 1, 'dismissed'));
    const other = desk.entered(desk.person({ name: '周敏' }).id, {}, desk.officer);
    expect(
      desk.care.approve({ id: other.id, revision: other.revision }, desk.officer, CONTEXT),
    ).toMatchObject({ state: 'approved' });
  });

  test('as it stands now, and once', () => {
    const desk = openCareRights();
    const { id, revision } = desk.entered(desk.person().id);
    expect(failureOfWork(() => desk.care.approve({ id, revision: 9 }, desk.officer, CONTEXT))).toEqual({
      code: 'stale',
      revision,
    });
    const approved = desk.care.approve({ id, revision }, desk.officer, CONTEXT);
    const again = { id, revision: approved.revision };
    for (const deed of [
      () => desk.care.approve(again, desk.officer, CONTEXT),
      () => desk.care.decline({ ...again, reason: '不符' }, desk.officer, CONTEXT),
    ])
      expect(failureOfWork(deed)).toEqual(refused('state', 'approved-already'));
  });

  test('what is declined is forgotten at once: nothing of it stands in the row or in a line', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person({ name: '何平' });
    const { id, revision } = desk.entered(residentId, { contactName: '欧阳敏' });
    const deny = (reason: string) => () => desk.care.decline({ id, revision, reason }, desk.officer, CONTEXT);
    for (const name of ['何平', '欧阳敏'])
      expect(failureOfWork(deny(`${name}没有签字`))).toEqual(refused('reason', 'names-somebody'));
    deny('签名与本人不符')();
    expect(desk.listed()).toEqual([]);
    expect(desk.rowOf('care_consents', id)).toMatchObject({
      resident_id: '',
      contact_name: '',
      contact_phone: '',
      help: '',
      category: 'CA01',
    });
    const lines = desk.lines().join('\n');
    for (const gone of ['欧阳敏', consent.contactPhone, 'look-in']) expect(lines).not.toContain(gone);
    expect(lines).toContain('签名与本人不符');
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
  });
});

describe('one consent of a kind is in force at a time', () => {
  const DAY_30 = addDays(addMonths(consent.signedOn, 12), -30);

  test('an officer is told so at once, an auxiliary never: the officer who looks at the paper is', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person();
    desk.approved(residentId);
    expect(failureOfWork(() => desk.entered(residentId, {}, desk.officer))).toEqual(
      refused('category', 'held-already'),
    );
    const { id, revision } = desk.entered(residentId);
    expect(failureOfWork(() => desk.care.approve({ id, revision }, desk.officer, CONTEXT))).toEqual(
      refused('category', 'held-already'),
    );
    expect(desk.approved(residentId, { category: 'CA03' })).toMatchObject({ state: 'approved' });
  });

  test('in its last thirty days a new paper takes its place, at the moment it is approved', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person();
    const old = desk.approved(residentId, { contactName: '何敏' });
    desk.clock.set(`${addDays(DAY_30, -1)}T01:00:00.000Z`);
    const signedOn = addDays(DAY_30, -1);
    const { id, revision } = desk.entered(residentId, { signedOn, contactName: '何强' });
    const approve = () => desk.care.approve({ id, revision }, desk.officer, CONTEXT);
    expect(failureOfWork(approve)).toEqual(refused('category', 'held-already'));
    desk.clock.forward({ days: 1 });
    expect(desk.care.due({}, desk.officer, CONTEXT)).toEqual({ waiting: 1, ending: 1 });
    expect(desk.linesOf(residentId)).toMatchObject([{ contactName: '何敏' }]);
    expect(approve()).toMatchObject({ state: 'approved', endsOn: addMonths(signedOn, 12) });
    expect(desk.linesOf(residentId)).toMatchObject([{ contactName: '何强' }]);
    expect(desk.listed().map((row) => row.id)).toEqual([id]);
    expect(desk.rowOf('care_consents', old.id)).toMatchObject({ state: 'withdrawn', withdrawn_on: DAY_30 });
    expect(desk.care.due({}, desk.officer, CONTEXT)).toEqual({ waiting: 0, ending: 0 });
  });

  test('an older paper does not shorten what is in force', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person();
    desk.approved(residentId);
    desk.clock.set(`${DAY_30}T01:00:00.000Z`);
    const older = addDays(consent.signedOn, -1);
    expect(failureOfWork(() => desk.entered(residentId, { signedOn: older }, desk.officer))).toEqual(
      refused('category', 'held-already'),
    );
  });
});

test('the list is in the order in which consents end, by pages, and shows what waits or ends soon', () => {
  const desk = openCareRights();
  const signed = [3, 1, 2].map((days) => addDays(TODAY, -days * 20));
  const ids = signed.map(
    (signedOn, at) => desk.approved(desk.person({ name: `何${'一二三'[at]}` }).id, { signedOn }).id,
  );
  const waits = desk.entered(desk.person({ name: '周敏' }).id);
  const list = (asked: Partial<Parameters<typeof desk.care.list>[0]>) =>
    desk.care.list({ after: null, rows: 2, states: [], ending: false, ...asked }, desk.officer, CONTEXT);
  const first = list({});
  const second = list({ after: first.next });
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual([ids[0], ids[2], ids[1], waits.id]);
  expect(second).toMatchObject({ next: null, total: 4, all: 4 });
  // A list lies open on the desk; the consent that is compared with its paper has the whole number.
  expect(JSON.stringify([first, second])).not.toContain(consent.contactPhone);
  expect(first.rows[0]?.contactPhone).toBe('154····0041');
  const opened = desk.care.open({ id: waits.id }, desk.officer, CONTEXT);
  expect(opened.contactPhone).toBe(consent.contactPhone);
  expect(list({ states: ['waiting'] })).toMatchObject({ rows: [{ id: waits.id }], total: 1, all: 4 });
  desk.clock.set(`${addDays(addMonths(signed[0] ?? '', 12), -30)}T01:00:00.000Z`);
  expect(list({ ending: true })).toMatchObject({ rows: [{ id: ids[0], daysLeft: 30 }], total: 1 });
  expect(desk.care.due({}, desk.officer, CONTEXT)).toEqual({ waiting: 1, ending: 1 });
});

test('the past of a consent is an officer’s, with the phone masked, and nothing of it is taken back', () => {
  const desk = openCareRights();
  const row = desk.approved(desk.person().id);
  const past = (by = desk.officer) =>
    desk.careRightsHistory.of({ ledger: 'care_consents', id: row.id }, by, CONTEXT);
  expect(failureOfWork(() => past(desk.auxiliary))).toEqual({ code: 'forbidden' });
  const told = JSON.stringify(past());
  expect(told).toContain('154····0041');
  expect(told).not.toContain(consent.contactPhone);
  const undo = () =>
    desk.careRightsHistory.undo(
      { ledger: 'care_consents', id: row.id, revision: row.revision },
      desk.officer,
      CONTEXT,
    );
  expect(failureOfWork(undo)).toEqual({ code: 'too-late' });
  desk.care.withdrawOne({ id: row.id, revision: row.revision }, desk.officer, CONTEXT);
  expect(failureOfWork(past)).toEqual({ code: 'missing' });
  expect(careConsentsLedger.keeps).not.toContain('residentId');
});
