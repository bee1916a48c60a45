/** 承办民警: an entry has an officer, whoever leaves. The question for a successor is asked of every officer alike. */
import { describe, expect, test } from 'vitest';
import type { Role } from '#shared/kernel/role.ts';
import { failureOfCall, failureOfWork } from '#tests/support/failures.ts';
import { openTestOffice, PASSWORD, type TestOffice } from '#tests/support/office.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { openStatutory } from '#tests/support/statutory.ts';

test('an entry goes to an officer of this office, and to nobody else', () => {
  const desk = openStatutory();
  const id = desk.inForce('SM01');
  for (const to of [desk.auxiliary.staff, desk.officer.staff, '07-000099'])
    expect(
      failureOfWork(() => desk.statutory.handOver({ ...desk.at(id), officer: to }, desk.officer, CONTEXT)),
    ).toEqual({ code: 'invalid', issues: [{ field: 'officer', rule: 'officer-needed' }] });
  expect(desk.listed()).toEqual([id]);
});

test('a waiting entry that goes to another waits for an answer to it as it is now', () => {
  const desk = openStatutory();
  const id = desk.entered('SM01');
  const answer = desk.answerTo(id);
  desk.statutory.handOver({ ...desk.at(id), officer: desk.colleague.staff }, desk.officer, CONTEXT);
  desk.answered(answer);
  expect(desk.statutory.waiting({}, desk.colleague, CONTEXT)).toMatchObject([{ id, sent: false }]);
  desk.answered(desk.answerTo(id));
  expect(desk.listed(desk.colleague)).toEqual([id]);
});

test('everything of somebody who leaves goes on: in force, waiting, denied, over', () => {
  const desk = openStatutory();
  const ids = [desk.inForce('SM01'), desk.entered('SM02'), desk.inForce('SM08'), desk.entered('SM03')];
  desk.answered(desk.answerTo(ids[3] ?? '', { answer: 'deny', reason: '文书不全' }));
  const other = desk.inForce('SM01', {}, desk.colleague);
  desk.journal.write(desk.officer, (write) => desk.succeed(write, desk.officer.staff, desk.colleague.staff));
  for (const id of [...ids, other]) expect(desk.rowOf(id).officer).toBe(desk.colleague.staff);
  expect(desk.rowOf(other).revision).toBe(2);
});

describe('an officer who leaves, or becomes something else', () => {
  interface Staffed {
    readonly desk: TestOffice;
    readonly officer: { readonly id: string; readonly revision: number };
    readonly others: Readonly<Record<'officer' | 'auxiliary', string>>;
  }

  async function staffed(withSecond: boolean): Promise<Staffed> {
    const desk = await openTestOffice({ staffed: true });
    await desk.signIn('administrator');
    const add = (name: string, login: string, role: Role) =>
      desk.counter.staff.add({ name, login, role, badgeNo: '', phone: '', password: PASSWORD });
    const second = withSecond ? await add('赵新', 'zhaoxin', 'officer') : null;
    const everybody = await desk.counter.staff.list({});
    const [officer] = everybody.filter(({ role, name }) => role === 'officer' && name === '李建国');
    const [auxiliary] = everybody.filter(({ role }) => role === 'auxiliary');
    if (officer === undefined || auxiliary === undefined) throw new Error('nobody works here');
    const { id, revision } = officer;
    return {
      desk,
      officer: { id, revision },
      others: { officer: second?.id ?? '', auxiliary: auxiliary.id },
    };
  }

  const fields = { name: '李建国', role: 'auditor', badgeNo: '', phone: '' } as const;

  test('names who goes on: always, whether there is anything to go on with or not', async () => {
    const { desk, officer, others } = await staffed(true);
    const { staff } = desk.counter;
    for (const leave of [
      (successor?: string) =>
        staff.dismiss({ ...officer, ...(successor === undefined ? {} : { successor }) }),
      (successor?: string) =>
        staff.amend({ ...officer, fields, ...(successor === undefined ? {} : { successor }) }),
    ]) {
      const refused = (rule: string) => ({ code: 'invalid', issues: [{ field: 'successor', rule }] });
      expect(await failureOfCall(leave())).toEqual(refused('required'));
      for (const nobody of [others.auxiliary, officer.id, '07-000099'])
        expect(await failureOfCall(leave(nobody))).toEqual(refused('officer-needed'));
    }
    // A name that is put right asks nobody.
    const amended = await staff.amend({ ...officer, fields: { ...fields, name: '李建军', role: 'officer' } });
    await staff.dismiss({ id: officer.id, revision: amended.revision, successor: others.officer });
    expect((await staff.list({})).find(({ id }) => id === officer.id)?.active).toBe(false);
    await desk.dispose();
  });

  test('is not asked where there is no other officer, nor is anybody who is none', async () => {
    const { desk, officer, others } = await staffed(false);
    const { staff } = desk.counter;
    const auxiliary = (await staff.list({})).find(({ id }) => id === others.auxiliary);
    await staff.dismiss({ id: others.auxiliary, revision: auxiliary?.revision ?? 0 });
    expect(await staff.amend({ ...officer, fields })).toMatchObject({ role: 'auditor' });
    await desk.dispose();
  });
});
