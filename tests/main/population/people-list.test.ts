/** The list of people in any order and filter, held against a list in memory; and the indexes it is read by. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  RESIDENT_SORTS,
  type ResidentFilter,
  type ResidentRow,
} from '#shared/contract/population/residents.ts';
import { addDays, addMonths } from '#shared/kernel/calendar-day.ts';
import { RESIDENCE_TYPES } from '#shared/ledgers/population/residents.ts';
import { FRESHNESS, freshness } from '#shared/ledgers/population/verified.ts';
import { freshDays, freshnessIn } from '#main/ledgers/population/people/verifying/fresh-days.ts';
import { openPeopleList, type SortBy } from '#main/ledgers/population/people/list/list.ts';
import { addressesLedger, residentsLedger } from '#main/ledgers/population/tables.ts';
import { now } from '#tests/support/answers.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT, EVERYBODY, numberOf, openPeopleDesk, type PeopleDesk } from '#tests/support/people.ts';

const PEOPLE = 700;
const TODAY = '2026-11-23';

let desk: PeopleDesk;
/** Everybody, in no order. */
let everybody: ResidentRow[];
/** Place → doors at or below it. */
let below: Map<string, Set<string>>;

/** Always the same, with many ties and many nothings. */
function random() {
  let seed = 7;
  return (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * limit);
  };
}

beforeAll(() => {
  desk = openPeopleDesk({ keep: true });
  const next = random();
  const pick = <T>(list: readonly T[]) => list[next(list.length)] as T;
  const blank = desk.stored(desk.person({ name: '样' }).id);
  const {
    id: _,
    revision,
    changeN,
    createdAt,
    createdBy,
    updatedAt,
    updatedBy,
    retiredAt,
    ...values
  } = blank;
  below = new Map([[desk.doors.building, new Set([desk.doors.building])]]);
  const doors = [desk.doors.door, desk.doors.nextDoor, desk.doors.lastDoor];
  for (const block of ['青禾苑4栋', '青禾苑5栋']) {
    const building = desk.element(null, 'building', block);
    desk.journal.write(desk.officer, (write) =>
      write.patch(addressesLedger, building.id, 1, { policeGrid: '04' }),
    );
    const rooms = ['101', '102', '201'].map((name) => desk.element(building, 'room', name).id);
    below.set(building.id, new Set([building.id, ...rooms]));
    doors.push(...rooms, building.id);
  }
  for (const door of doors) below.set(door, below.get(door) ?? new Set([door]));
  for (const door of doors.slice(0, 3)) below.get(desk.doors.building)?.add(door);
  for (let block = 0; block < PEOPLE / 20; block += 1) {
    desk.clock.forward({ minutes: next(2) });
    desk.journal.write(desk.officer, (write) => {
      for (let n = 0; n < 20; n += 1) {
        const out = next(8) === 0;
        const number = pick([
          null,
          numberOf('19800101', String(100 + next(800))),
          '519901800101001',
          `51990119800101${String(1000 + next(8999))}`,
        ]);
        write.put(residentsLedger, {
          ...values,
          name: pick(['李欣', '李新', '王芳', '𬭎㛃', '欧阳欣']),
          idType: number === null ? 'none' : pick(['111', '414', 'household-book'] as const),
          idNumber: number,
          addressId: pick(doors),
          residenceType: pick(RESIDENCE_TYPES),
          outState: out ? 'moved' : null,
          outOn: out ? TODAY : null,
          verifiedOn: pick([
            null,
            '2020-01-01',
            '2023-11-23',
            '2023-11-24',
            '2026-08-23',
            '2026-08-24',
            TODAY,
          ]),
          batchId: pick([null, null, 'b1']),
        });
      }
    });
  }
  everybody = walk({ filter: { presence: 'all' }, by: 'id' });
}, 60_000);
afterAll(() => desk.close());

interface Asked {
  readonly filter?: Partial<ResidentFilter>;
  readonly by?: SortBy['by'];
  readonly descending?: boolean;
  readonly rows?: number;
}

function pageOf(
  { filter = {}, by = 'name', descending = false, rows = 100 }: Asked,
  after: string | null = null,
) {
  return now(
    desk.people.residents.list(
      { after, rows, filter: { ...EVERYBODY, ...filter }, sort: { by, descending } },
      desk.officer,
      CONTEXT,
    ),
  );
}

function walk(asked: Asked): ResidentRow[] {
  const found: ResidentRow[] = [];
  let after: string | null = null;
  do {
    const page = pageOf(asked, after);
    expect(page.rows.length).toBeLessThanOrEqual(asked.rows ?? 100);
    expect(page.next === null || page.rows.length > 0).toBe(true);
    found.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return found;
}

function fits(row: ResidentRow, filter: ResidentFilter): boolean {
  const { presence, number, addressId, policeGrid, batchId } = filter;
  const words = filter.text.trim();
  return (
    (presence === 'all' || (row.outState === null) === (presence === 'here')) &&
    (number === 'any' || (number === 'none' ? row.idMasked === null : row.idFlag !== null)) &&
    (addressId === null || (below.get(addressId)?.has(row.addressId) ?? false)) &&
    (policeGrid === null || row.policeGrid === policeGrid) &&
    (batchId === null || row.batchId === batchId) &&
    (filter.residenceTypes.length === 0 || filter.residenceTypes.includes(row.residenceType)) &&
    (filter.freshness.length === 0 || filter.freshness.includes(freshness(row.verifiedOn, TODAY))) &&
    (words === '' || row.name.startsWith(words))
  );
}

const keyOf = (row: ResidentRow, by: SortBy['by']) => (by === 'address' ? row.addressLine : row[by]);
// As the database compares text: by code point, not by code unit.
const compare = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function inOrder(rows: readonly ResidentRow[], { by, descending }: SortBy): string[] {
  const way = descending ? -1 : 1;
  return rows
    .toSorted((a, b) => {
      const [one, other] = [keyOf(a, by), keyOf(b, by)];
      if (one === null || other === null)
        return Number(one === null) - Number(other === null) || way * compare(a.id, b.id);
      return way * (compare(one, other) || compare(a.id, b.id));
    })
    .map(({ id }) => id);
}

const anyFilter: fc.Arbitrary<ResidentFilter> = fc
  .record({
    presence: fc.constantFrom('here' as const, 'out' as const, 'all' as const),
    number: fc.constantFrom('any' as const, 'any' as const, 'flagged' as const, 'none' as const),
    place: fc.option(fc.nat(12), { nil: null }),
    policeGrid: fc.constantFrom(null, null, '03', '04', '99'),
    batchId: fc.constantFrom(null, null, 'b1', 'b9'),
    residenceTypes: fc.subarray([...RESIDENCE_TYPES], { maxLength: 2 }),
    freshness: fc.subarray([...FRESHNESS], { maxLength: 2 }),
    text: fc.constantFrom('', '', ' ', '李欣'),
  })
  .map(({ place, ...filter }) => ({
    ...filter,
    addressId: place === null ? null : ([...below.keys()][place] ?? null),
  }));

describe('a page of the list', () => {
  test('of any filter, sort and size, walked to its end, is everybody who fits, once and in order', () => {
    fc.assert(
      fc.property(
        fc.constant(null).chain(() => anyFilter),
        fc.constantFrom(...RESIDENT_SORTS),
        fc.boolean(),
        fc.constantFrom(7, 60, 100),
        (filter, by, descending, rows) => {
          const expected = inOrder(
            everybody.filter((row) => fits(row, filter)),
            { by, descending },
          );
          expect(walk({ filter, by, descending, rows }).map(({ id }) => id)).toEqual(expected);
          expect(pageOf({ filter, rows })).toMatchObject({ total: expected.length, all: everybody.length });
        },
      ),
      { numRuns: 150 },
    );
  });

  test('gathered or walked through is the same: a list of many gives what a list of few gives', () => {
    const { store, journal, clock } = desk;
    const room = { db: store.read, raw: store.raw, journal, clock, matches: () => null };
    fc.assert(
      fc.property(
        fc.constant(null).chain(() => anyFilter),
        fc.constantFrom(...RESIDENT_SORTS),
        fc.boolean(),
        (filter, by, descending) => {
          const order = { filter: { ...filter, text: '' }, sort: { by, descending }, after: null, rows: 100 };
          expect(openPeopleList(room, 1e-9).page(order, desk.officer)).toEqual(
            openPeopleList(room).page(order, desk.officer),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  test('stays in step with what is saved', () => {
    const before = pageOf({ filter: { policeGrid: '03' } });
    const added = desk.person({ name: '新来' });
    expect(pageOf({ filter: { policeGrid: '03' } })).toMatchObject({
      total: before.total + 1,
      all: before.all + 1,
    });
    expect(pageOf({ by: 'updatedAt', descending: true }).rows[0]?.id).toBe(added.id);
    desk.undo('residents', added);
    expect(pageOf({ filter: { policeGrid: '03' } }).total).toBe(before.total);
  });

  test('at the one place that holds all others is everybody', () => {
    const small = openPeopleDesk();
    const { id } = small.person();
    const filter = { ...EVERYBODY, addressId: small.doors.building };
    const order = { filter, sort: { by: 'name' as const, descending: false }, after: null, rows: 100 };
    expect(now(small.people.residents.list(order, small.officer, CONTEXT))).toMatchObject({
      rows: [{ id }],
      total: 1,
    });
  });

  test('behind a place that is none is refused', () => {
    for (const after of ['x', 'bnVsbA', ''])
      expect(failureOfWork(() => pageOf({}, after))).toMatchObject({ code: 'invalid' });
  });
});

test('numbers to look at again are those that a record is marked for', () => {
  const flagged = new Set(walk({ filter: { presence: 'all', number: 'flagged' } }).map(({ id }) => id));
  expect(flagged.size).toBeGreaterThan(50);
  for (const row of everybody) expect([row.id, flagged.has(row.id)]).toEqual([row.id, row.idFlag !== null]);
});

test('freshness as a range of days is freshness', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: -2, max: 1300 }), (shift, age) => {
      const day = addDays('2024-01-01', shift);
      const verified = addDays(day, -age);
      expect(freshnessIn(freshDays(day), verified)).toBe(freshness(verified, day));
    }),
  );
  // Three months before the last of February there are three days that end in it.
  for (const day of ['2026-02-28', '2028-02-29', '2026-05-31'])
    for (let age = -4; age < 5; age += 1) {
      const verified = addDays(addMonths(day, -3), age);
      expect(freshnessIn(freshDays(day), verified)).toBe(freshness(verified, day));
    }
});
