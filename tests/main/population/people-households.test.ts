/** Households: one head, one door, and everybody in one move. */
import { describe, expect, test } from 'vitest';
import type { HouseholdRecord, ResidentRow } from '#shared/contract/population/residents.ts';
import { verifyStore } from '#main/db/verify.ts';
import { addressesLedger } from '#main/ledgers/population/tables.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { now } from '#tests/support/answers.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT, numberOf, openPeopleDesk, type PeopleDesk } from '#tests/support/people.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';
import { newDraft } from '#tests/support/visits.ts';

function family(desk: PeopleDesk) {
  const { id } = desk.household();
  const member = (name: string, relation: ResidentRow['relation'], birthDate: string) =>
    desk.person({ name, relation, birthDate, householdId: id });
  const people = {
    daughter: member('李小红', '30', '2015-01-01'),
    son: member('李小明', '20', '2012-01-01'),
    elder: member('李大明', '20', '2008-01-01'),
    lodger: member('张三', null, '1970-01-01'),
    head: member('李强', '02', '1980-01-01'),
  };
  return { id, ...people };
}
const open = (desk: PeopleDesk, id: string, caller = desk.officer): HouseholdRecord =>
  now(desk.people.households.open({ id }, caller, CONTEXT));
const seen = ({ id, revision }: HouseholdRecord) => ({ id, revision });
const issue = (field: string, rule: string) => ({ code: 'invalid', issues: [{ field, rule }] });

describe('a household', () => {
  test('shows its head, then relations, elder before younger, then who is nothing to the head', () => {
    const desk = openPeopleDesk();
    const { id, head, elder, son, daughter, lodger } = family(desk);
    const names = (caller = desk.officer) => open(desk, id, caller).members.map(({ name }) => name);
    expect(names()).toEqual([head, elder, son, daughter, lodger].map(({ name }) => name));
    desk.setOut(elder, '2026-11-01');
    expect(names()).toEqual(['李强', '李小明', '李小红', '张三', '李大明']);
    expect(names(desk.auxiliary)).toEqual(['李强', '李小明', '李小红', '张三']);
    expect(open(desk, id).addressLine).toBe('青禾苑3栋501');
    expect(now(desk.people.households.at({ addressId: desk.doors.door }, desk.officer, CONTEXT))).toEqual([
      open(desk, id),
    ]);
  });

  test('takes nobody from another door, no second head, and nobody into a household that is not', () => {
    const desk = openPeopleDesk();
    const { id, son } = family(desk);
    const join = (fields: object) => failureOfWork(() => desk.register({ householdId: id, ...fields }));
    expect(join({ addressId: desk.doors.nextDoor })).toEqual(issue('householdId', 'elsewhere'));
    expect(join({ relation: '02' })).toEqual(issue('relation', 'second-head'));
    expect(join({ householdId: '07-999999' })).toEqual(issue('householdId', 'missing'));
    expect(failureOfWork(() => desk.amend(son, { relation: '02' }))).toEqual(
      issue('relation', 'second-head'),
    );
    expect(failureOfWork(() => desk.amend(son, { addressId: desk.doors.nextDoor }))).toEqual(
      issue('householdId', 'elsewhere'),
    );
    expect(
      desk.amend(son, { addressId: desk.doors.nextDoor, householdId: null, relation: null }).resident,
    ).toMatchObject({
      addressLine: '青禾苑3栋502',
    });
  });

  test('goes along with the last of its members', () => {
    const desk = openPeopleDesk();
    const { id } = desk.household();
    const only = desk.person({ householdId: id, relation: '02' });
    desk.amend(only, { addressId: desk.doors.nextDoor });
    expect(open(desk, id)).toMatchObject({ addressId: desk.doors.nextDoor, revision: 2 });
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
  });

  test('is registered once for a draft, at a door that stands', () => {
    const desk = openPeopleDesk();
    const draft = newDraft();
    const register = (addressId: string) =>
      now(
        desk.people.households.register(
          { household: { addressId, kind: 'family', number: '５１ 99' }, draft },
          desk.auxiliary,
          CONTEXT,
        ),
      );
    expect(failureOfWork(() => register('07-999999'))).toEqual(issue('addressId', 'no-door'));
    const first = register(desk.doors.door);
    expect(first.number).toBe('5199');
    expect(register(desk.doors.nextDoor)).toEqual(first);
  });
});

describe('moving', () => {
  test('to another door takes everybody who is here along, and leaves whoever has left', () => {
    const desk = openPeopleDesk();
    const { id, elder } = family(desk);
    desk.setOut(elder, '2026-11-01');
    const before = open(desk, id);
    const move = { ...seen(before), addressId: desk.doors.nextDoor, on: '2026-11-20' };
    expect(now(desk.people.households.move(move, desk.auxiliary, CONTEXT))).toEqual({ moved: 4 });
    const members = open(desk, id).members;
    expect(members.filter(({ addressId }) => addressId === desk.doors.nextDoor)).toHaveLength(4);
    expect(desk.stored(elder.id).addressId).toBe(desk.doors.door);
    expect(failureOfWork(() => now(desk.people.households.move(move, desk.officer, CONTEXT)))).toEqual({
      code: 'stale',
      revision: 2,
    });
    // Neither the household nor one of its members goes back alone.
    const [first] = members as [ResidentRow];
    expect(failureOfWork(() => desk.undo('households', open(desk, id), desk.auxiliary))).toEqual({
      code: 'too-late',
    });
    expect(failureOfWork(() => desk.undo('residents', first, desk.auxiliary))).toEqual({ code: 'too-late' });
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
  });

  test('away marks everybody as moved out on that day', () => {
    const desk = openPeopleDesk();
    const { id, head } = family(desk);
    const away = (on: string) =>
      now(
        desk.people.households.move({ ...seen(open(desk, id)), addressId: null, on }, desk.officer, CONTEXT),
      );
    expect(failureOfWork(() => away('2026-11-24'))).toEqual(issue('on', 'future'));
    expect(away('2026-11-20')).toEqual({ moved: 5 });
    expect(desk.stored(head.id)).toMatchObject({
      outState: 'moved',
      outOn: '2026-11-20',
      retainUntil: '2027-11-20',
      relation: null,
      householdId: id,
    });
    expect(open(desk, id, desk.auxiliary).members).toEqual([]);
  });

  test('by amending its door does the same', () => {
    const desk = openPeopleDesk();
    const { id, son } = family(desk);
    const household = { addressId: desk.doors.lastDoor, kind: 'family' as const, number: '' };
    const { members } = now(
      desk.people.households.amend({ ...seen(open(desk, id)), household }, desk.officer, CONTEXT),
    );
    expect(members).toHaveLength(5);
    expect(desk.stored(son.id).addressId).toBe(desk.doors.lastDoor);
  });
});

describe('a move that was a slip', () => {
  const undoMove = (desk: PeopleDesk, id: string, caller = desk.auxiliary) =>
    now(desk.people.households.undoMove({ id }, caller, CONTEXT));
  const move = (desk: PeopleDesk, id: string, addressId: string | null) =>
    now(
      desk.people.households.move(
        { ...seen(open(desk, id)), addressId, on: '2026-11-20' },
        desk.auxiliary,
        CONTEXT,
      ),
    );
  const amend = (desk: PeopleDesk, id: string, addressId: string, number = '') =>
    now(
      desk.people.households.amend(
        { ...seen(open(desk, id)), household: { addressId, kind: 'family', number } },
        desk.auxiliary,
        CONTEXT,
      ),
    );
  const tooLate = { code: 'too-late' };
  const facts = (desk: PeopleDesk, people: readonly ResidentRow[]) =>
    people.map(({ id }) => {
      const { addressId, householdId, relation, outState, outOn, retainUntil } = desk.stored(id);
      return { addressId, householdId, relation, outState, outOn, retainUntil };
    });

  test.each(['to another door', 'away'])('%s is taken back whole, by whoever made it, once', (way) => {
    const desk = openPeopleDesk();
    const { id, head, elder, son, daughter, lodger } = family(desk);
    desk.setOut(elder, '2026-11-01');
    const people = [head, elder, son, daughter, lodger];
    const before = facts(desk, people);
    expect(move(desk, id, way === 'away' ? null : desk.doors.nextDoor)).toEqual({ moved: 4 });
    expect(failureOfWork(() => undoMove(desk, id, desk.officer))).toEqual(tooLate);
    expect(undoMove(desk, id)).toEqual({ moved: 4 });
    expect(facts(desk, people)).toEqual(before);
    expect(open(desk, id).addressId).toBe(desk.doors.door);
    expect(failureOfWork(() => undoMove(desk, id))).toEqual(tooLate);
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
  });

  type Then = (desk: PeopleDesk, made: ReturnType<typeof family>) => unknown;
  test.each<[string, 'there' | 'away', Then]>([
    [
      'one of them was changed',
      'there',
      (desk, { son }) => desk.amend(desk.open(son.id), { otherName: '明' }),
    ],
    [
      'somebody joined',
      'there',
      (desk, { id }) => desk.person({ name: '李白', householdId: id, addressId: desk.doors.nextDoor }),
    ],
    ['the household was changed', 'there', (desk, { id }) => amend(desk, id, desk.doors.nextDoor, '7')],
    [
      'the old door is gone',
      'there',
      (desk) =>
        desk.journal.write(desk.officer, (write) => write.retire(addressesLedger, desk.doors.door, 1, '拆')),
    ],
    ['a minute went by', 'there', (desk) => desk.clock.forward({ seconds: 61 })],
    ['one of them came back', 'away', (desk, { head }) => desk.setOut(desk.open(head.id), null)],
    ['somebody else moved in', 'away', (desk, { id }) => desk.person({ name: '李白', householdId: id })],
  ])('stays once %s', (_what, way, then) => {
    const desk = openPeopleDesk();
    const made = family(desk);
    expect(failureOfWork(() => undoMove(desk, made.id))).toEqual({ code: 'missing' });
    move(desk, made.id, way === 'away' ? null : desk.doors.nextDoor);
    then(desk, made);
    const lines = desk.lines().length;
    expect(failureOfWork(() => undoMove(desk, made.id))).toEqual(tooLate);
    expect(desk.lines()).toHaveLength(lines);
  });

  test('away stays where one of them was registered anew meanwhile', () => {
    const desk = openPeopleDesk();
    const { id } = desk.household();
    const idNumber = numberOf('19910412', '123');
    desk.person({ householdId: id, idNumber });
    move(desk, id, null);
    desk.person({ idNumber, addressId: desk.doors.lastDoor }, desk.auxiliary);
    expect(failureOfWork(() => undoMove(desk, id))).toEqual(tooLate);
  });

  test('of a household whose members have all left goes back like that of an empty one', () => {
    const desk = openPeopleDesk();
    const { id } = desk.household();
    desk.setOut(desk.person({ householdId: id }), '2026-11-01');
    desk.undo('households', amend(desk, id, desk.doors.nextDoor), desk.auxiliary);
    expect(open(desk, id).addressId).toBe(desk.doors.door);
    expect(move(desk, id, desk.doors.nextDoor)).toEqual({ moved: 0 });
    expect(undoMove(desk, id)).toEqual({ moved: 0 });
    expect(open(desk, id).addressId).toBe(desk.doors.door);
  });
});

test('a household is taken out of the ledger only when nobody names it', () => {
  const desk = openPeopleDesk();
  const { id } = desk.household();
  const only = desk.setOut(desk.person({ householdId: id }), '2026-11-01');
  const retire = () =>
    now(desk.people.households.retire({ ...seen(open(desk, id)), reason: '空户' }, desk.officer, CONTEXT));
  expect(failureOfWork(retire)).toEqual(issue('id', 'has-members'));
  desk.amend(only, { householdId: null });
  expect(retire()).toEqual({});
  expect(failureOfWork(() => open(desk, id))).toEqual({ code: 'missing' });
});
