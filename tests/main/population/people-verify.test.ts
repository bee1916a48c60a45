/** Verifying many people in one action, and taking the whole of it back. */
import { describe, expect, test } from 'vitest';
import type { ResidentRow } from '#shared/contract/residents.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { now } from '#tests/support/answers.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT, openPeopleDesk, type PeopleDesk } from '#tests/support/people.ts';

const verify = (desk: PeopleDesk, people: readonly ResidentRow[], caller: Caller = desk.auxiliary) =>
  now(
    desk.people.residents.verify(
      { people: people.map(({ id, revision }) => ({ id, revision })), how: 'counter' },
      caller,
      CONTEXT,
    ),
  );
const undo = (desk: PeopleDesk, action: string, caller: Caller = desk.auxiliary) =>
  now(desk.people.residents.undoVerify({ action }, caller, CONTEXT));
const three = (desk: PeopleDesk) => ['李强', '李明', '李欣'].map((name) => desk.person({ name }));

describe('verifying', () => {
  test('marks everybody who is here, once a day, in lines that name the action', () => {
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
    expect(undo(desk, again.action, desk.officer)).toEqual({ restored: 0, kept: 0 });
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
  test('restores what stood before of everybody whom nobody changed since', () => {
    const desk = openPeopleDesk();
    const [a, b, c] = three(desk) as [ResidentRow, ResidentRow, ResidentRow];
    verify(desk, [a], desk.officer);
    desk.clock.forward({ days: 100 });
    const { action } = verify(desk, [desk.open(a.id), b, c]);
    desk.amend(desk.open(c.id), { name: '李新' });
    expect(undo(desk, action)).toEqual({ restored: 2, kept: 1 });
    expect(desk.stored(a.id)).toMatchObject({ verifiedOn: '2026-11-23', verifiedBy: desk.officer.staff });
    expect(desk.stored(b.id)).toMatchObject({ verifiedOn: null, verifiedBy: null, verifiedHow: null });
    expect(desk.stored(c.id)).toMatchObject({ verifiedOn: '2027-03-03', name: '李新' });
    expect(undo(desk, action)).toEqual({ restored: 0, kept: 3 });
  });

  test('is for the same hand and ten minutes, and for nothing else than verifying', () => {
    const desk = openPeopleDesk();
    const people = three(desk);
    const { action } = verify(desk, people);
    const tooLate = { code: 'too-late' };
    expect(failureOfWork(() => undo(desk, action, desk.officer))).toEqual(tooLate);
    const last = desk.lines().length;
    expect(failureOfWork(() => undo(desk, `${last - 5}-${last}`))).toEqual(tooLate);
    for (const odd of ['', 'x', '5', '9-3', '1-99999', `${last}-x`])
      expect(
        failureOfWork(() => undo(desk, odd)),
        odd,
      ).toEqual({ code: 'missing' });
    desk.clock.forward({ minutes: 10, seconds: 1 });
    expect(failureOfWork(() => undo(desk, action))).toEqual(tooLate);
    expect(people.every(({ id }) => desk.stored(id).verifiedOn === '2026-11-23')).toBe(true);
  });
});
