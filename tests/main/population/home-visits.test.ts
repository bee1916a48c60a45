/** Visits to doors: what they verify, when somebody comes again, and how one is taken back. */
import { describe, expect, test } from 'vitest';
import { parseChange } from '#bundle-format';
import { stopsOf } from '#main/ledgers/population/places/stops.ts';
import { now } from '#tests/support/answers.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { openPlacesDesk } from '#tests/support/places.ts';
import { newDraft, TODAY } from '#tests/support/visits.ts';

function openDoors(count = 1) {
  const desk = openPlacesDesk();
  const street = desk.add(desk.community, 'street', '胜利路');
  const doors = Array.from({ length: count }, (_, at) => desk.add(street, 'gate', `${at + 1}号`).id);
  const [door = ''] = doors;
  const due = (until: string, caller = desk.officer, rows = 100, after: string | null = null) =>
    now(desk.places.homeVisits.due({ until, rows, after }, caller, CONTEXT));
  return { ...desk, street, doors, door, due };
}

const issuesOf = (work: () => unknown) => {
  const failure = failureOfWork(work);
  if (failure.code !== 'invalid') throw new Error(failure.code);
  return failure.issues;
};

describe('a visit to verify', () => {
  test('on which somebody was met verifies the dwelling and everybody registered there', () => {
    const { door, person, dwell, visit, auxiliary, storedPerson, lines } = openDoors();
    person(door);
    person(door);
    const gone = person(door, { outState: 'moved', outOn: '2026-10-01' });
    dwell(door);
    const { visit: made, verified } = visit(door, { companion: null });
    expect(verified).toBe(2);
    expect(made).toMatchObject({
      id: '07-000001',
      addressLine: '胜利路1号',
      purpose: 'verify',
      result: 'met',
      byName: '王芳',
      nextDueOn: null,
    });
    for (const id of ['07-000001', '07-000002'])
      expect(storedPerson(id)).toMatchObject({
        verifiedOn: TODAY,
        verifiedBy: auxiliary.staff,
        verifiedHow: 'visit',
      });
    expect(storedPerson(gone.id).verifiedOn).toBeNull();
    const own = lines()
      .map(parseChange)
      .find(({ l }) => l === 'home_visits');
    expect(own?.d).toMatchObject({ retainUntil: '2029-11-23', how: 'visit', synthetic: true });
  });

  test.each([
    ['nobody was there', { result: 'nobody' }],
    ['they had moved away', { result: 'moved-away' }],
    ['it was for something else', { purpose: 'publicity' }],
  ] as const)('verifies nobody when %s', (_what, fields) => {
    const { door, person, visit, storedPerson } = openDoors();
    const { id } = person(door);
    expect(visit(door, fields).verified).toBe(0);
    expect(storedPerson(id)).toMatchObject({ verifiedOn: null, revision: 1, outState: null });
  });

  test('may be made at the counter or from the community’s sheet, and says so', () => {
    const { door, person, visit, auxiliary, storedPerson } = openDoors();
    const { id } = person(door);
    visit(door, {}, auxiliary, 'sheet');
    expect(storedPerson(id).verifiedHow).toBe('sheet');
  });

  test('is made once from one draft', () => {
    const { door, person, visit, auxiliary } = openDoors();
    person(door);
    const draft = newDraft();
    const first = visit(door, {}, auxiliary, 'visit', draft);
    expect(visit(door, {}, auxiliary, 'visit', draft)).toEqual(first);
  });

  test('is taken back with the verification it made, but not with a later one', () => {
    const { clock, door, person, dwell, visit, undo, auxiliary, officer, storedPerson } = openDoors();
    const before = person(door, {
      verifiedOn: '2026-01-05',
      verifiedBy: officer.staff,
      verifiedHow: 'counter',
    });
    const other = person(door);
    dwell(door);
    clock.forward({ seconds: 5 });
    const { visit: made } = visit(door);
    clock.forward({ seconds: 5 });
    expect(undo('home_visits', made, auxiliary)).toEqual({ left: false });
    expect(storedPerson(before.id)).toMatchObject({
      verifiedOn: '2026-01-05',
      verifiedBy: officer.staff,
      verifiedHow: 'counter',
      revision: 3,
    });
    expect(storedPerson(other.id)).toMatchObject({ verifiedOn: null, verifiedHow: null });

    const { visit: again } = visit(door);
    clock.forward({ seconds: 5 });
    // Somebody else found one of them at the counter meanwhile.
    const found = storedPerson(other.id);
    visit(door, {}, officer, 'counter');
    expect(storedPerson(other.id).revision).toBe(found.revision + 1);
    undo('home_visits', again, auxiliary);
    expect(storedPerson(other.id)).toMatchObject({ verifiedOn: TODAY, verifiedHow: 'counter' });
  });
});

describe('what is refused', () => {
  test('a door that is none, a day that is none or over, a companion nobody knows', () => {
    const { door, street, visit, auxiliary } = openDoors();
    expect(issuesOf(() => visit(street.id))).toEqual([{ field: 'addressId', rule: 'no-door' }]);
    expect(issuesOf(() => visit('07-999999'))).toEqual([{ field: 'addressId', rule: 'required' }]);
    expect(issuesOf(() => visit(door, { nextDueOn: '2027-02-30' }))).toEqual([
      { field: 'nextDueOn', rule: 'unread' },
    ]);
    expect(issuesOf(() => visit(door, { nextDueOn: '2026-11-22' }))).toEqual([
      { field: 'nextDueOn', rule: 'past' },
    ]);
    expect(issuesOf(() => visit(door, { companion: '07-000099' }))).toEqual([
      { field: 'companion', rule: 'missing' },
    ]);
    expect(issuesOf(() => visit(door, { companion: auxiliary.staff }))).toEqual([
      { field: 'companion', rule: 'oneself' },
    ]);
  });

  test('an auxiliary alone on a visit that a law or an order demands', () => {
    const { door, visit, auxiliary, officer, historyOf, undo } = openDoors();
    expect(issuesOf(() => visit(door, { purpose: 'statutory' }, auxiliary))).toEqual([
      { field: 'companion', rule: 'officer-needed' },
    ]);
    const together = visit(door, { purpose: 'statutory', companion: officer.staff }, auxiliary).visit;
    expect(together.companionName).toBe('李建国');
    const [entry] = historyOf('home_visits', together.id, auxiliary);
    expect(entry?.changes).toContainEqual({ field: 'companion', before: null, after: '李建国' });
    const alone = visit(door, { purpose: 'statutory' }, officer).visit;
    expect(failureOfWork(() => historyOf('home_visits', alone.id, auxiliary))).toEqual({ code: 'missing' });
    expect(failureOfWork(() => undo('home_visits', alone, auxiliary))).toEqual({ code: 'missing' });
  });
});

describe('coming again', () => {
  test('is due by the day until a later visit settles it', () => {
    const { door, visit, due, clock } = openDoors();
    visit(door, { result: 'nobody', nextDueOn: '2026-12-01' });
    expect(due('2026-11-30').rows).toEqual([]);
    expect(due('2026-12-01')).toMatchObject({ total: 1, all: 1, rows: [{ nextDueOn: '2026-12-01' }] });
    clock.forward({ days: 8 });
    // Nobody was there again: still to be gone to.
    visit(door, { result: 'nobody' });
    expect(due('2026-12-01').total).toBe(1);
    visit(door, { result: 'nobody', nextDueOn: '2026-12-05' });
    expect(due('2026-12-05').rows.map(({ nextDueOn }) => nextDueOn)).toEqual(['2026-12-05']);
    clock.forward({ days: 1 });
    visit(door);
    expect(due('2027-01-01').total).toBe(0);
  });

  test('is a list by the day, page by page, and the stops of a route', () => {
    const { doors, visit, due, store, officer, amend } = openDoors(5);
    const days = ['2026-12-03', '2026-12-01', '2026-12-03', '2026-12-02', '2026-12-20'];
    for (const [at, nextDueOn] of days.entries()) visit(doors[at] ?? '', { result: 'nobody', nextDueOn });
    amend(doors[1] ?? '', { bestTime: '18点后', quiet: true });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = due('2026-12-10', officer, 3, after);
      expect(page).toMatchObject({ total: 4, all: 5 });
      seen.push(...page.rows.map(({ addressLine }) => addressLine));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(['胜利路2号', '胜利路4号', '胜利路1号', '胜利路3号']);
    expect(stopsOf(store.read, officer, '2026-12-10').map(({ line }) => line)).toEqual(seen);
    expect(stopsOf(store.read, officer, '2026-12-01')).toEqual([
      {
        visitId: '07-000002',
        addressId: doors[1],
        line: '胜利路2号',
        policeGrid: '03',
        dueOn: '2026-12-01',
        purpose: 'verify',
        quiet: true,
        bestTime: '18点后',
      },
    ]);
  });

  test('to a visit that a law or an order demands is the officer’s', () => {
    const { door, visit, due, officer, auxiliary, store } = openDoors();
    visit(door, { purpose: 'statutory', nextDueOn: '2026-12-01' }, officer);
    expect(due('2026-12-01', officer).total).toBe(1);
    expect(due('2026-12-01', auxiliary)).toMatchObject({ total: 0, all: 0, rows: [] });
    expect(stopsOf(store.read, auxiliary, '2026-12-01')).toEqual([]);
  });
});
