/** Reads of visits to doors, and who may see which. */
import { and, desc, eq, isNull, ne, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { AT_DOOR_MAX, type HomeVisitRow } from '#shared/contract/population/addresses.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { addresses, homeVisits, type HomeVisitRecord } from '#main/ledgers/population/tables.ts';
import { staff } from '#main/staff/table.ts';

/** That somebody is visited because a law or an order demands it is for officers, and for whoever went. */
export function visitsSeenBy(caller: Caller): SQL | undefined {
  const live = isNull(homeVisits.retiredAt);
  if (caller.role === 'officer') return live;
  return and(live, or(ne(homeVisits.purpose, 'statutory'), eq(homeVisits.createdBy, caller.staff)));
}

export function findVisitSeen(db: ReadHandle, caller: Caller, id: string): HomeVisitRecord | null {
  const where = and(visitsSeenBy(caller), eq(homeVisits.id, id));
  return db.select().from(homeVisits).where(where).get() ?? null;
}

/** Newest first. */
export function visitsAt(db: ReadHandle, caller: Caller, addressId: string): HomeVisitRow[] {
  return selectVisits(db)
    .where(and(visitsSeenBy(caller), eq(homeVisits.addressId, addressId)))
    .orderBy(desc(homeVisits.visitedAt), desc(homeVisits.id))
    .limit(AT_DOOR_MAX)
    .all()
    .map(shownVisit);
}

/** Null where no such visit stands in the ledger. */
export function homeVisitRowOf(db: ReadHandle, id: string): HomeVisitRow | null {
  const found = selectVisits(db)
    .where(and(eq(homeVisits.id, id), isNull(homeVisits.retiredAt)))
    .get();
  return found === undefined ? null : shownVisit(found);
}

const companions = alias(staff, 'companions');

export function selectVisits(db: ReadHandle) {
  return db
    .select({
      visit: homeVisits,
      addressLine: addresses.line,
      byName: staff.name,
      companionName: companions.name,
    })
    .from(homeVisits)
    .leftJoin(addresses, eq(addresses.id, homeVisits.addressId))
    .leftJoin(staff, eq(staff.id, homeVisits.createdBy))
    .leftJoin(companions, eq(companions.id, homeVisits.companion));
}

export function shownVisit({
  visit,
  addressLine,
  byName,
  companionName,
}: ReturnType<ReturnType<typeof selectVisits>['all']>[number]): HomeVisitRow {
  const { id, revision, addressId, visitedAt, purpose, result, nextDueOn } = visit;
  return {
    id,
    revision,
    addressId,
    addressLine: addressLine ?? '',
    visitedAt,
    purpose,
    result,
    byName: byName ?? '',
    companionName,
    nextDueOn,
  };
}
