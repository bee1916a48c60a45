/** Verifying many people in one action, and taking the whole of it back. */
import { describe, expect, test } from 'vitest';
import type { OfficeEvent } from '#shared/contract/desk.ts';
import { BULK_MAX, type ResidentFilter, type ResidentRow } from '#shared/contract/population/residents.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { formatRecordId } from '#shared/kernel/ids.ts';
import { verifyStore } from '#main/db/verify.ts';
import { newResident } from '#main/ledgers/population/people/entry.ts';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { now } from '#tests/support/answers.ts';
import { failureOfLater, failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT, EVERYBODY, openPeopleDesk, personAt, type PeopleDesk } from '#tests/support/people.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';

const verify = (desk: PeopleDesk, people: readonly ResidentRow[], caller: Caller = desk.auxiliary) =>
  now(
    desk.people.residents.verify(
      { people: people.map(({ id, revision }) => ({ id, revision })), how: 'counter' },
      caller,
      CONTEXT,
    ),
  );
const undo = async (desk: PeopleDesk, action: string, caller: Caller = desk.auxiliary) =>
  desk.people.residents.undoVerify({ action }, caller, CONTEXT);
const verifyAll = async (
  desk: PeopleDesk,
  fields: Partial<ResidentFilter>,
  people: number,
  signal?: AbortSignal,
) =>
  desk.people.residents.verifyMatching(
    { filter: { ...EVERYBODY, ...fields }, how: 'sheet', people },
    desk.officer,
    { signal },
  );
const preview = (desk: PeopleDesk, fields: Partial<ResidentFilter>) =>
  now(desk.people.residents.verifyPreview({ filter: { ...EVERYBODY, ...fields } }, desk.officer, CONTEXT));
const three = (desk: PeopleDesk) => ['李强', '李明', '李欣'].map((name) => desk.person({ name }));

describe('verifying', () => {
  test('marks everybody who is here, once a day, in lines that name the action', async () => {
    const desk = openPeopleDesk();
    const [a, b, c] = three(desk) as [ResidentRow, ResidentRow, ResidentRow];
    const gone = desk.setOut(c, '2026-11-01');
    const before = desk.lines().length;
    const done = verify(desk, [a, b, gone], desk.officer);
    expect(done).toEqual({ verified: 2, action: `${before + 1}-${before + 2}` });
    expect(desk.open(a.id)).toMatchObject({
      freshness: 'fresh',
      verifiedOn: '2026-11-23',
      verifiedHow: 'counter',
      verifiedByName: '李建国',
      revision: 2,
    });
    expect(desk.stored(gone.id).verifiedOn).toBeNull();
    const again = verify(desk, [desk.open(a.id)], desk.officer);
    expect(again).toEqual({ verified: 1, action: '0-0' });
    expect(await undo(desk, again.action, desk.officer)).toEqual({ restored: 0, kept: 0 });
  });

  test('is refused whole where one of them was changed meanwhile or is not seen', () => {
    const desk = openPeopleDesk();
    const [a, b, c] = three(desk) as [ResidentRow, ResidentRow, ResidentRow];
    desk.amend(b, { name: '李新' });
    const before = desk.lines();
    expect(failureOfWork(() => verify(desk, [a, b, c]))).toEqual({ code: 'stale', revision: 2 });
    desk.setOut(c, '2026-11-01');
    expect(failureOfWork(() => verify(desk, [a, desk.open(c.id)]))).toEqual({ code: 'missing' });
    expect(desk.stored(a.id).verifiedOn).toBeNull();
    expect(desk.lines().slice(0, before.length)).toEqual(before);
  });
});

describe('taking it back', () => {
  test('restores what stood before of everybody whom nobody changed since', async () => {
    const desk = openPeopleDesk();
    const [a, b, c] = three(desk) as [ResidentRow, ResidentRow, ResidentRow];
    verify(desk, [a], desk.officer);
    desk.clock.forward({ days: 100 });
    const { action } = verify(desk, [desk.open(a.id), b, c]);
    desk.amend(desk.open(c.id), { name: '李新' });
    expect(await undo(desk, action)).toEqual({ restored: 2, kept: 1 });
    expect(desk.stored(a.id)).toMatchObject({ verifiedOn: '2026-11-23', verifiedBy: desk.officer.staff });
    expect(desk.stored(b.id)).toMatchObject({ verifiedOn: null, verifiedBy: null, verifiedHow: null });
    expect(desk.stored(c.id)).toMatchObject({ verifiedOn: '2027-03-03', name: '李新' });
    expect(await undo(desk, action)).toEqual({ restored: 0, kept: 3 });
  });

  test('is for the same hand and ten minutes, and for nothing else than verifying', async () => {
    const desk = openPeopleDesk();
    const people = three(desk);
    const { action } = verify(desk, people);
    const tooLate = { code: 'too-late' };
    expect(await failureOfLater(() => undo(desk, action, desk.officer))).toEqual(tooLate);
    const last = desk.lines().length;
    for (const foreign of [`${last - 5}-${last}`, '1-99999'])
      expect(await failureOfLater(() => undo(desk, foreign))).toEqual(tooLate);
    for (const odd of ['', 'x', '5', '9-3', `${last}-x`])
      expect(await failureOfLater(() => undo(desk, odd)), odd).toEqual({ code: 'missing' });
    desk.clock.forward({ minutes: 10, seconds: 1 });
    expect(await failureOfLater(() => undo(desk, action))).toEqual(tooLate);
    expect(people.every(({ id }) => desk.stored(id).verifiedOn === '2026-11-23')).toBe(true);
  });
});

describe('verifying everybody whom a filter finds', () => {
  /** More than can be named one by one: two of them have left, one was verified today, one in summer. */
  function many(desk: PeopleDesk) {
    const count = BULK_MAX + 20;
    desk.journal.write(desk.officer, (write) => {
      for (let n = 0; n < count; n += 1) {
        const person = personAt(n % 2 === 0 ? desk.doors.door : desk.doors.nextDoor, { name: `李${n}` });
        write.put(residentsLedger, newResident(person, OFFICE_CODE));
      }
    });
    const [first, second, third, fourth] = [1, 2, 3, 4].map((n) => desk.open(formatRecordId(OFFICE_CODE, n)));
    if (!first || !second || !third || !fourth) throw new Error('nobody was registered');
    desk.setOut(first, '2026-11-01');
    desk.setOut(second, '2026-11-01');
    verify(desk, [third]);
    return { count: count - 2, fourth };
  }
  const verifiedNow = (desk: PeopleDesk, how: string) =>
    desk.store.raw.prepare('SELECT count(*) FROM residents WHERE verified_how = ?').pluck().get(how);

  test('says beforehand how many, goes over all of them in one action, and takes it back in one', async () => {
    const desk = openPeopleDesk();
    const { count } = many(desk);
    expect(preview(desk, { presence: 'all' })).toEqual({ here: count, gone: 2, fresh: 1 });
    expect(preview(desk, { presence: 'out' })).toEqual({ here: 0, gone: 2, fresh: 0 });
    expect(preview(desk, { freshness: ['never'] })).toEqual({ here: count - 1, gone: 0, fresh: 0 });
    const leave = new AbortController();
    const said: OfficeEvent[] = [];
    const listening = (async () => {
      for await (const event of desk.events.watch(leave.signal)) said.push(event);
    })();
    const { verified, action } = await verifyAll(desk, { freshness: ['never'], presence: 'all' }, count - 1);
    expect([verified, verifiedNow(desk, 'sheet'), verifiedNow(desk, 'counter')]).toEqual([
      count - 1,
      count - 1,
      1,
    ]);
    leave.abort();
    await listening;
    expect(said.length).toBeGreaterThan(0);
    expect(said[0]).toMatchObject({ kind: 'progress', task: 'verify', total: count - 1 });
    desk.clock.forward({ minutes: 1 });
    expect(await undo(desk, action, desk.officer)).toEqual({ restored: count - 1, kept: 0 });
    expect([verifiedNow(desk, 'sheet'), verifiedNow(desk, 'counter')]).toEqual([0, 1]);
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
  });

  test('is refused where they are not as many as was said, and finds nobody among those who have left', async () => {
    const desk = openPeopleDesk();
    const { count } = many(desk);
    const lines = desk.lines().length;
    for (const people of [count - 1, count + 1])
      expect(await failureOfLater(() => verifyAll(desk, {}, people))).toEqual({
        code: 'invalid',
        issues: [{ field: 'people', rule: 'changed' }],
      });
    expect(await verifyAll(desk, { presence: 'out' }, 0)).toEqual({ verified: 0, action: '0-0' });
    expect(desk.lines()).toHaveLength(lines);
  });

  test('leaves everything as it was where it is cancelled, and lets nobody else write meanwhile', async () => {
    const desk = openPeopleDesk();
    const { count, fourth } = many(desk);
    const lines = desk.lines().length;
    const controller = new AbortController();
    const work = verifyAll(desk, {}, count, controller.signal);
    expect(failureOfWork(() => desk.amend(fourth, { name: '李新' }))).toEqual({ code: 'at-work' });
    controller.abort();
    expect(await failureOfLater(() => work)).toEqual({ code: 'cancelled' });
    expect([verifiedNow(desk, 'sheet'), desk.lines().length]).toEqual([0, lines]);
  });
});
