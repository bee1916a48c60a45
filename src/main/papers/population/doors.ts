/** 入户核对表: who is registered behind the doors of one building, masked. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { SHEET_DOORS_MAX, type HouseholdSheet } from '#shared/contract/population/papers.ts';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { mayBeDoor, type ElementKind } from '#shared/ledgers/population/addresses.ts';
import type { ReadHandle } from '#main/db/open.ts';
import type { Reader } from '#main/ledgers/population/people/masked-number.ts';
import { liveResident, showResidents } from '#main/ledgers/population/people/shown.ts';
import { addresses, residents } from '#main/ledgers/population/tables.ts';

/** People on one sheet; a building with more is printed entrance by entrance. */
const PEOPLE_MAX = 5000;

type Doors = HouseholdSheet['doors'];

interface Door {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: ElementKind;
  readonly line: string;
  readonly quiet: boolean;
  readonly bestTime: string;
}

/** Refuses with `missing` an address that is not there, and with `invalid` one with more doors than a sheet may have. */
export function doorsOf(
  db: ReadHandle,
  reader: Reader,
  addressId: string,
  blank: boolean,
): Pick<HouseholdSheet, 'building' | 'policeGrid' | 'doors'> {
  const building = db
    .select({ line: addresses.line, policeGrid: addresses.policeGrid })
    .from(addresses)
    .where(and(eq(addresses.id, addressId), isNull(addresses.retiredAt)))
    .get();
  if (building === undefined) return refuse({ code: 'missing' });
  const head = { building: building.line, policeGrid: building.policeGrid };
  const elements = elementsBelow(db, addressId);
  const people = Map.groupBy(blank ? [] : peopleBelow(db, reader, addressId), (person) => person.addressId);
  const doors = doorsIn(elements, people, building.line);
  return doors.length > SHEET_DOORS_MAX ? tooMuch() : { ...head, doors };
}

/** Nobody may be missing from a sheet unseen: what does not fit on one is printed in parts. */
function tooMuch(): never {
  return refuse({ code: 'invalid', issues: [{ field: 'addressId', rule: 'too-many-doors' }] });
}

/** The element and everything below it that stands. */
function elementsBelow(db: ReadHandle, id: string): Door[] {
  const rows = db.all<{
    id: string;
    parent_id: string | null;
    kind: ElementKind;
    line: string;
    quiet: number;
    best_time: string;
  }>(
    sql`${under(id)} SELECT a.id, a.parent_id, a.kind, a.line, a.quiet, a.best_time FROM under JOIN addresses a ON a.id = under.id
        LIMIT ${SHEET_DOORS_MAX * 4}`,
  );
  return rows.map(({ parent_id, best_time, quiet, ...row }) => ({
    ...row,
    parentId: parent_id,
    bestTime: best_time,
    quiet: quiet === 1,
  }));
}

function under(id: string) {
  return sql`WITH RECURSIVE under (id) AS (SELECT ${id} UNION ALL
    SELECT a.id FROM addresses a JOIN under ON a.parent_id = under.id WHERE a.retired_at IS NULL)`;
}

function peopleBelow(db: ReadHandle, reader: Reader, id: string): ResidentRow[] {
  const here = and(
    liveResident,
    isNull(residents.outState),
    sql`${residents.addressId} IN (${under(id)} SELECT id FROM under)`,
  );
  const people = showResidents(db, reader, here, PEOPLE_MAX + 1);
  return people.length > PEOPLE_MAX ? tooMuch() : people;
}

/** A door is the last element of its branch, or any at which somebody is registered. In the order people read numbers. */
function doorsIn(
  elements: readonly Door[],
  people: ReadonlyMap<string, ResidentRow[]>,
  building: string,
): Doors {
  const parents = new Set(elements.map(({ parentId }) => parentId));
  const order = new Intl.Collator('zh-CN', { numeric: true });
  return elements
    .filter(({ id, kind }) => people.has(id) || (mayBeDoor(kind) && !parents.has(id)))
    .sort((a, b) => order.compare(a.line, b.line))
    .map((door) => ({
      door: door.line.slice(door.line.startsWith(building) ? building.length : 0) || door.line,
      quiet: door.quiet,
      bestTime: door.bestTime,
      people: (people.get(door.id) ?? []).sort(byHousehold).map(printed),
    }));
}

/** Households together, the head first. */
function byHousehold(a: ResidentRow, b: ResidentRow): number {
  const key = (one: ResidentRow) =>
    `${one.householdId ?? '~'} ${one.relation === '02' ? '' : (one.relation ?? '~')} ${one.birthMonth ?? '~'}`;
  return key(a) < key(b) ? -1 : 1;
}

function printed({ name, sex, age, idTail, relation, residenceType, verifiedOn }: ResidentRow) {
  return { name, sex, age, idTail, relation, residenceType, verifiedOn };
}
