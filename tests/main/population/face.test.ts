/** What is known at each door: the face of a building, and everything behind one door. */
import { describe, expect, test } from 'vitest';
import { DOORS_MAX } from '#shared/contract/population/addresses.ts';
import { householdsLedger } from '#main/ledgers/population/tables.ts';
import { now } from '#tests/support/answers.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { openPlacesDesk, putCompound } from '#tests/support/places.ts';

const FRESH = { verifiedOn: '2026-11-01', verifiedHow: 'visit' } as const;
const OLD = { verifiedOn: '2026-01-01', verifiedHow: 'visit' } as const;

/** A building of two entrances, two storeys and two doors on each. */
function openBuilding() {
  const desk = openPlacesDesk();
  const { add, community } = desk;
  const compound = add(community, 'compound', '青禾苑');
  const building = add(compound, 'building', '3栋');
  const doors: Record<string, string> = {};
  for (const unit of ['10单元', '2单元']) {
    const entrance = add(building, 'entrance', unit);
    for (const floor of [1, 2])
      for (const door of [2, 1]) {
        const name = `${floor}0${door}`;
        doors[`${unit}${name}`] = add(entrance, 'room', name, { floor }).id;
      }
  }
  const at = (door: string) => doors[door] ?? '';
  const cellOf = (door: string) => desk.face(building.id).doors.find(({ id }) => id === at(door));
  return { ...desk, compound, building, at, cellOf };
}

describe('the face', () => {
  test('has the doors by entrance, storey from above, number', () => {
    const { face, building } = openBuilding();
    const { address, doors, more, counts } = face(building.id);
    expect(address.line).toBe('青禾苑3栋');
    expect(doors.map(({ entrance, name }) => `${entrance} ${name}`)).toEqual([
      '2单元 201',
      '2单元 202',
      '2单元 101',
      '2单元 102',
      '10单元 201',
      '10单元 202',
      '10单元 101',
      '10单元 102',
    ]);
    expect({ more, counts }).toEqual({
      more: 0,
      counts: { verified: 0, due: 0, never: 8, empty: 0, let: 0 },
    });
  });

  test('the oldest verification of anybody there decides, and of the dwelling', () => {
    const { person, at, cellOf, visit, clock, dwell, auxiliary } = openBuilding();
    const door = '2单元101';
    person(at(door), FRESH);
    expect(cellOf(door)).toMatchObject({ mark: 'verified', people: 1, floor: 1 });
    person(at(door), OLD);
    expect(cellOf(door)).toMatchObject({ mark: 'due', people: 2 });
    person(at(door));
    expect(cellOf(door)?.mark).toBe('never');
    visit(at(door));
    expect(cellOf(door)).toMatchObject({ mark: 'verified', lastVisit: { on: '2026-11-23', result: 'met' } });
    dwell(at(door));
    expect(cellOf(door)?.mark).toBe('never');
    visit(at(door), {}, auxiliary, 'counter');
    expect(cellOf(door)?.mark).toBe('verified');
    clock.forward({ days: 91 });
    expect(cellOf(door)?.mark).toBe('verified');
    clock.forward({ days: 1 });
    expect(cellOf(door)?.mark).toBe('due');
  });

  test('whoever has left is neither counted nor asked for', () => {
    const { person, at, cellOf } = openBuilding();
    person(at('2单元101'), FRESH);
    person(at('2单元101'), { outState: 'moved', outOn: '2026-10-01' });
    expect(cellOf('2单元101')).toMatchObject({ mark: 'verified', people: 1 });
  });

  test('a dwelling called empty is, unless somebody lives there', () => {
    const { person, at, cellOf, dwell } = openBuilding();
    dwell(at('2单元101'), { use: 'empty' });
    expect(cellOf('2单元101')).toMatchObject({ mark: 'empty', people: 0 });
    person(at('2单元101'), { residenceType: 'empty' });
    expect(cellOf('2单元101')).toMatchObject({ mark: 'empty', people: 1 });
    person(at('2单元101'));
    expect(cellOf('2单元101')?.mark).toBe('never');
  });

  test('says what is let, where nobody wants to be called on, and what came of the last visit', () => {
    const { at, cellOf, dwell, visit, clock, amend, face, building, storedAddress } = openBuilding();
    dwell(at('2单元101'), { use: 'let', landlordName: '周明' });
    visit(at('2单元101'), { result: 'refused' });
    clock.forward({ days: 1 });
    visit(at('2单元101'), { result: 'nobody' });
    expect(cellOf('2单元101')).toMatchObject({
      isLet: true,
      quiet: false,
      lastVisit: { on: '2026-11-24', result: 'nobody' },
    });
    amend(storedAddress(at('2单元101')).parentId ?? '', { quiet: true });
    expect(cellOf('2单元101')?.quiet).toBe(true);
    expect(cellOf('10单元101')?.quiet).toBe(false);
    expect(face(building.id).counts).toMatchObject({ let: 1, never: 8 });
  });

  test('of one entrance does not name it; of a compound names the building too', () => {
    const { face, building, compound, add, below } = openBuilding();
    const [entrance] = below(building.id);
    expect(new Set(face(entrance?.id ?? '').doors.map((door) => door.entrance))).toEqual(new Set(['']));
    add(add(compound, 'building', '2栋'), 'room', '101');
    expect(new Set(face(compound.id).doors.map((door) => door.entrance))).toEqual(
      new Set(['2栋', '3栋2单元', '3栋10单元']),
    );
  });

  test('in the country every house is a door, in town a house where something is known', () => {
    const { add, town, community, face, person, dwell } = openPlacesDesk();
    const group = add(add(town, 'village', '青龙村'), 'group', '2组');
    const gate = add(group, 'gate', '15号');
    add(group, 'gate', '2号');
    add(gate, 'gate', '附1号');
    // 15号 only holds another house, until somebody lives in it.
    expect(face(group.id).doors.map(({ name }) => name)).toEqual(['2号', '15号附1号']);
    person(gate.id);
    expect(face(group.id).doors.map(({ name }) => name)).toEqual(['2号', '15号', '15号附1号']);
    expect(face(group.id).doors.every(({ floor, entrance }) => floor === null && entrance === '')).toBe(true);

    const street = add(community, 'street', '胜利路');
    const [one, two, three] = ['1号', '2号', '3号'].map((name) => add(street, 'gate', name));
    if (one === undefined || two === undefined || three === undefined) throw new Error('no gates');
    expect(face(street.id).doors).toEqual([]);
    person(two.id);
    dwell(three.id, { use: 'business' });
    expect(face(street.id).doors.map(({ name }) => name)).toEqual(['2号', '3号']);
  });

  test('shows so many doors, counts all, and is not asked of a whole town', () => {
    const desk = openPlacesDesk();
    const parent = desk.storedAddress(desk.community.id);
    const compound = desk.journal.write(desk.officer, (write) => putCompound(write, parent, '青禾苑', 900));
    const { doors, more, counts } = desk.face(compound.id);
    expect({ doors: doors.length, more, never: counts.never }).toEqual({
      doors: DOORS_MAX,
      more: 900 - DOORS_MAX,
      never: 900,
    });
    expect(failureOfWork(() => desk.face(desk.town.id))).toEqual({
      code: 'invalid',
      issues: [{ field: 'id', rule: 'too-large' }],
    });
    expect(failureOfWork(() => desk.face('07-999999'))).toEqual({ code: 'missing' });
  });
});

describe('behind a door', () => {
  test('are its dwelling, households, people and visits, with phones and numbers masked', () => {
    const { at, door, dwell, person, visit, journal, officer } = openBuilding();
    const id = at('2单元101');
    dwell(id, { ownerName: '周明', ownerPhone: '15400000011' });
    const household = journal.write(officer, (write) =>
      write.put(householdsLedger, {
        addressId: id,
        kind: 'family',
        number: '0001',
        batchId: null,
        source: 'desk',
        synthetic: true,
      }),
    );
    person(id, { name: '李欣', householdId: household.id, relation: '02', phone: '15400015678' });
    person(id, { name: '李华', householdId: household.id, relation: '20' });
    visit(id, { result: 'nobody' });
    const { address, dwelling, households, people, visits } = door(id);
    expect(address).toMatchObject({ line: '青禾苑3栋2单元101', people: 2 });
    expect(dwelling).toMatchObject({
      ownerName: '周明',
      ownerPhoneMasked: '154····0011',
      freshness: 'never',
    });
    expect(dwelling).not.toHaveProperty('ownerPhone');
    expect(households).toEqual([
      {
        id: household.id,
        revision: 1,
        addressId: id,
        kind: 'family',
        number: '0001',
        headName: '李欣',
        members: 2,
      },
    ]);
    expect(people.map(({ name }) => name)).toEqual(['李欣', '李华']);
    expect(people[0]?.phonesMasked).toEqual(['154····5678']);
    expect(visits).toMatchObject([{ result: 'nobody', byName: '王芳', companionName: null }]);
  });

  test('an auxiliary does not see who has left, nor visits that a law or an order demands', () => {
    const { at, door, person, visit, officer, auxiliary } = openBuilding();
    const id = at('2单元101');
    person(id, { name: '李欣' });
    person(id, { name: '李华', outState: 'moved', outOn: '2026-10-01' });
    visit(id, { purpose: 'statutory' }, officer);
    visit(id, { purpose: 'publicity' }, officer);
    const seenBy = (caller: typeof officer) => {
      const { people, visits } = door(id, caller);
      return { people: people.map(({ name }) => name), visits: visits.map(({ purpose }) => purpose) };
    };
    expect(seenBy(officer)).toEqual({ people: ['李欣', '李华'], visits: ['publicity', 'statutory'] });
    expect(seenBy(auxiliary)).toEqual({ people: ['李欣'], visits: ['publicity'] });
  });

  test('nor does the face tell an auxiliary of such a visit', () => {
    const { at, places, visit, clock, officer, auxiliary } = openBuilding();
    const id = at('2单元101');
    visit(id, { purpose: 'publicity', result: 'nobody' }, officer);
    clock.forward({ days: 2 });
    visit(id, { purpose: 'statutory' }, officer);
    const lastFor = (caller: typeof officer) =>
      now(places.addresses.face({ id }, caller, CONTEXT)).doors.map(({ lastVisit }) => lastVisit);
    expect(lastFor(officer)).toEqual([{ on: '2026-11-25', result: 'met' }]);
    expect(lastFor(auxiliary)).toEqual([{ on: '2026-11-23', result: 'nobody' }]);
  });
});
