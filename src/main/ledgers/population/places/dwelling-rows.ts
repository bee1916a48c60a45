/** Reads of dwellings: phones leave masked. */
import { and, asc, count, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { DwellingRow } from '#shared/contract/population/addresses.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import { freshness } from '#shared/ledgers/population/verified.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { afterCursor, writeCursor } from '#main/db/page.ts';
import { addresses, dwellings, type DwellingRecord } from '#main/ledgers/population/tables.ts';
import type { Page, PageRequest } from './room.ts';

const live = isNull(dwellings.retiredAt);
const isLet = and(live, eq(dwellings.use, 'let'));

export function findDwelling(db: ReadHandle, where: SQL): DwellingRecord | null {
  return db.select().from(dwellings).where(and(live, where)).get() ?? null;
}

export function dwellingRowOf(db: ReadHandle, day: CalendarDay, where: SQL): DwellingRow | null {
  const found = select(db).where(and(live, where)).get();
  return found === undefined ? null : shown(found, day);
}

/** Doors that are let, those never checked first, then the least recently checked. */
export function listRentals(
  db: ReadHandle,
  day: CalendarDay,
  request: PageRequest & { readonly policeGrid: string | null; readonly withoutPledge: boolean },
): Page<DwellingRow> {
  const where = and(
    isLet,
    request.policeGrid === null ? undefined : eq(addresses.policeGrid, request.policeGrid),
    request.withoutPledge ? isNull(dwellings.pledgeOn) : undefined,
  );
  // An empty day sorts before every other, as it does in the index.
  const checkedOn = sql`coalesce(${dwellings.safetyCheckedOn}, '')`;
  const rows = select(db)
    .where(and(where, afterCursor({ column: checkedOn, id: dwellings.id, descending: false }, request.after)))
    .orderBy(asc(dwellings.safetyCheckedOn), asc(dwellings.id))
    .limit(request.rows + 1)
    .all();
  const kept = rows.slice(0, request.rows);
  const last = kept.at(-1)?.dwelling;
  return {
    rows: kept.map((row) => shown(row, day)),
    next:
      rows.length > request.rows && last !== undefined
        ? writeCursor(last.safetyCheckedOn ?? '', last.id)
        : null,
    total: total(db, where),
    all: total(db, isLet),
  };
}

function select(db: ReadHandle) {
  return db
    .select({ dwelling: dwellings, addressLine: addresses.line })
    .from(dwellings)
    .leftJoin(addresses, eq(addresses.id, dwellings.addressId));
}

function shown(
  { dwelling, addressLine }: { readonly dwelling: DwellingRecord; readonly addressLine: string | null },
  day: CalendarDay,
): DwellingRow {
  const { ownerPhone, landlordPhone, agentPhone, verifiedBy, batchId, source, ...open } = dwelling;
  return {
    ...open,
    addressLine: addressLine ?? '',
    ownerPhoneMasked: masked(ownerPhone),
    landlordPhoneMasked: masked(landlordPhone),
    agentPhoneMasked: masked(agentPhone),
    freshness: freshness(dwelling.verifiedOn, day),
  };
}

function masked(phone: string | null): string | null {
  return phone === null ? null : maskPhone(phone);
}

function total(db: ReadHandle, where: SQL | undefined): number {
  const counted = db
    .select({ n: count() })
    .from(dwellings)
    .leftJoin(addresses, eq(addresses.id, dwellings.addressId))
    .where(where)
    .get();
  return counted?.n ?? 0;
}
