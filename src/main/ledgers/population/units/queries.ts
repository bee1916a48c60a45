/** Reads of 实有单位 and the checks of them. Phones leave masked. */
import { and, count, desc, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import {
  CHECKS_SHOWN,
  type UnitCheckRow,
  type UnitFilter,
  type UnitRow,
  type UNIT_SORTS,
} from '#shared/contract/population/units.ts';
import { readCreditCode } from '#shared/kernel/credit-code.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { isOpenCheck } from '#shared/ledgers/population/units.ts';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ReadHandle } from '#main/db/open.ts';
import { afterCursor, orderOf, writeCursor, type Sort } from '#main/db/page.ts';
import {
  addresses,
  unitChecks,
  units,
  type UnitCheckRecord,
  type UnitRecord,
} from '#main/ledgers/population/tables.ts';
import { staff } from '#main/staff/table.ts';

interface Page<Row> {
  readonly rows: Row[];
  readonly next: string | null;
  readonly total: number;
  readonly all: number;
}
interface PageRequest {
  readonly after: string | null;
  readonly rows: number;
}

const live = isNull(units.retiredAt);
const liveCheck = isNull(unitChecks.retiredAt);
/** A hazard stands open until a recheck found it put right: the same as `isOpenCheck`. */
const open = and(
  liveCheck,
  isNotNull(unitChecks.deadline),
  sql`${unitChecks.recheckResult} IS NOT 'put-right'`,
);
const ofUnit = sql`${unitChecks.unitId} = ${units.id}`;
const lastCheck = sql<
  string | null
>`(SELECT max(${unitChecks.checkedOn}) FROM ${unitChecks} WHERE ${ofUnit} AND ${liveCheck})`;
const openHazards = sql<number>`(SELECT count(*) FROM ${unitChecks} WHERE ${ofUnit} AND ${open})`;
const recheckOn = sql<
  string | null
>`(SELECT min(${unitChecks.deadline}) FROM ${unitChecks} WHERE ${ofUnit} AND ${open})`;

export function findUnit(db: ReadHandle, id: string): UnitRecord | null {
  return (
    db
      .select()
      .from(units)
      .where(and(live, eq(units.id, id)))
      .get() ?? null
  );
}

export function findCheck(db: ReadHandle, id: string): UnitCheckRecord | null {
  return (
    db
      .select()
      .from(unitChecks)
      .where(and(liveCheck, eq(unitChecks.id, id)))
      .get() ?? null
  );
}

/** Whether an element of the tree can be somebody's address now. */
export function isStandingAddress(db: ReadHandle, id: string): boolean {
  const where = and(eq(addresses.id, id), isNull(addresses.retiredAt));
  return (db.select({ n: count() }).from(addresses).where(where).get()?.n ?? 0) > 0;
}

/** A check of a key unit is an officer's duty (条例 16). */
export function isOfficer(db: ReadHandle, id: string): boolean {
  const where = and(eq(staff.id, id), eq(staff.role, 'officer'), isNull(staff.retiredAt));
  return (db.select({ n: count() }).from(staff).where(where).get()?.n ?? 0) > 0;
}

export function unitRowOf(db: ReadHandle, id: string): UnitRow | null {
  const found = select(db)
    .where(and(live, eq(units.id, id)))
    .get();
  return found === undefined ? null : shown(found);
}

export function listUnits(
  db: ReadHandle,
  request: PageRequest & {
    readonly filter: UnitFilter;
    readonly sort: { readonly by: (typeof UNIT_SORTS)[number]; readonly descending: boolean };
  },
): Page<UnitRow> {
  const where = and(live, filterOf(request.filter));
  const { by, descending } = request.sort;
  // Never checked sorts before everything that was.
  const column = by === 'lastCheckOn' ? sql`coalesce(${lastCheck}, '')` : units[by];
  const sort: Sort = { column, id: units.id, descending };
  const rows = select(db)
    .where(and(where, afterCursor(sort, request.after)))
    .orderBy(...orderOf(sort))
    .limit(request.rows + 1)
    .all();
  const kept = rows.slice(0, request.rows);
  const last = kept.at(-1);
  const value = by === 'lastCheckOn' ? (last?.lastCheckOn ?? '') : (last?.unit[by] ?? '');
  return {
    rows: kept.map(shown),
    next: rows.length > request.rows && last !== undefined ? writeCursor(value, last.unit.id) : null,
    total: total(db, where),
    all: total(db, live),
  };
}

export function checksOf(db: ReadHandle, unit: string): UnitCheckRow[] {
  return selectChecks(db)
    .where(and(liveCheck, eq(unitChecks.unitId, unit)))
    .orderBy(desc(unitChecks.checkedOn), desc(unitChecks.id))
    .limit(CHECKS_SHOWN)
    .all()
    .map(shownCheck);
}

export function checkRowOf(db: ReadHandle, id: string): UnitCheckRow | null {
  const found = selectChecks(db)
    .where(and(liveCheck, eq(unitChecks.id, id)))
    .get();
  return found === undefined ? null : shownCheck(found);
}

/** Hazards not put right, by the day they should be. */
export function owedChecks(
  db: ReadHandle,
  request: PageRequest,
): Page<{ check: UnitCheckRow; unitName: string; addressLine: string }> {
  const sort: Sort = { column: unitChecks.deadline, id: unitChecks.id, descending: false };
  const rows = selectChecks(db)
    .where(and(open, afterCursor(sort, request.after)))
    .orderBy(...orderOf(sort))
    .limit(request.rows + 1)
    .all();
  const kept = rows.slice(0, request.rows);
  const last = kept.at(-1)?.check;
  const all = db.select({ n: count() }).from(unitChecks).where(open).get()?.n ?? 0;
  return {
    rows: kept.map((row) => ({
      check: shownCheck(row),
      unitName: row.unitName,
      addressLine: row.addressLine ?? '',
    })),
    next: rows.length > request.rows && last !== undefined ? writeCursor(last.deadline, last.id) : null,
    total: all,
    all,
  };
}

function select(db: ReadHandle) {
  return db
    .select({
      unit: units,
      addressLine: addresses.line,
      policeGrid: addresses.policeGrid,
      lastCheckOn: lastCheck,
      openHazards,
      recheckOn,
    })
    .from(units)
    .leftJoin(addresses, eq(addresses.id, units.addressId));
}

const companions = alias(staff, 'companions');

function selectChecks(db: ReadHandle) {
  return db
    .select({
      check: unitChecks,
      officerName: staff.name,
      companionName: companions.name,
      unitName: units.name,
      addressLine: addresses.line,
    })
    .from(unitChecks)
    .innerJoin(units, eq(units.id, unitChecks.unitId))
    .innerJoin(staff, eq(staff.id, unitChecks.officer))
    .leftJoin(companions, eq(companions.id, unitChecks.companion))
    .leftJoin(addresses, eq(addresses.id, units.addressId));
}

interface SelectedUnit {
  readonly unit: UnitRecord;
  readonly addressLine: string | null;
  readonly policeGrid: string | null;
  readonly lastCheckOn: string | null;
  readonly openHazards: number;
  readonly recheckOn: string | null;
}

/** What leaves the office: phones masked, the stamps left out. */
function shown({ unit, addressLine, ...rest }: SelectedUnit): UnitRow {
  const { keeperPhone, securityPhone, ...open } = unit;
  const flaw = unit.creditCode === null ? null : readCreditCode(unit.creditCode).flaw;
  return {
    ...open,
    ...rest,
    addressLine: addressLine ?? '',
    keeperPhoneMasked: keeperPhone === null ? null : maskPhone(keeperPhone),
    securityPhoneMasked: securityPhone === null ? null : maskPhone(securityPhone),
    creditFlag: flaw === 'check' ? 'check-digit' : null,
  };
}

function shownCheck(found: {
  readonly check: UnitCheckRecord;
  readonly officerName: string;
  readonly companionName: string | null;
}): UnitCheckRow {
  const { check, officerName, companionName } = found;
  return { ...check, officerName, companionName, isOpen: isOpenCheck(check) };
}

function total(db: ReadHandle, where: SQL | undefined): number {
  return (
    db
      .select({ n: count() })
      .from(units)
      .leftJoin(addresses, eq(addresses.id, units.addressId))
      .where(where)
      .get()?.n ?? 0
  );
}

/** An office has thousands of units, not hundreds of thousands: a scan for a part of the name is quick enough. */
function filterOf(filter: UnitFilter): SQL | undefined {
  const text = cleanText(filter.text);
  return and(
    text === '' ? undefined : sql`instr(${units.name}, ${text}) > 0`,
    filter.types.length > 0 ? inArray(units.type, filter.types) : undefined,
    filter.smallPlaces.length > 0 ? inArray(units.smallPlace, filter.smallPlaces) : undefined,
    filter.policeGrid === null ? undefined : eq(addresses.policeGrid, filter.policeGrid),
    filter.keyOnly ? isNotNull(units.keySince) : undefined,
    filter.openHazards ? sql`${openHazards} > 0` : undefined,
  );
}
