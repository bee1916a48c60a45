/** Everything that is known behind one door. */
import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import { AT_DOOR_MAX, type DoorRecord, type HouseholdRow } from '#shared/contract/population/addresses.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { readerNow } from '#main/ledgers/population/people/masked-number.ts';
import { showResidents, visibleTo } from '#main/ledgers/population/people/shown.ts';
import { dwellings, households, residents } from '#main/ledgers/population/tables.ts';
import { addressRecordOf } from './address-rows.ts';
import { dwellingRowOf } from './dwelling-rows.ts';
import type { PlacesRoom } from './room.ts';
import { visitsAt } from './visits/visit-rows.ts';

/** Null where no such element stands in the ledger, or where it stood before it was merged into another. */
export function doorOf({ db, raw, clock }: PlacesRoom, caller: Caller, id: string): DoorRecord | null {
  const address = addressRecordOf(raw, id);
  if (address === null || address.mergedInto !== null) return null;
  const reader = readerNow(caller, clock);
  return {
    address,
    dwelling: dwellingRowOf(db, reader.day, eq(dwellings.addressId, id)),
    households: householdsAt(db, id),
    people: showResidents(db, reader, and(visibleTo(caller), eq(residents.addressId, id)), AT_DOOR_MAX),
    visits: visitsAt(db, caller, id),
  };
}

/** With the head's name and how many live there. */
function householdsAt(db: ReadHandle, addressId: string): HouseholdRow[] {
  return db
    .select({
      id: households.id,
      revision: households.revision,
      addressId: households.addressId,
      kind: households.kind,
      number: households.number,
      headName: sql<string | null>`max(CASE ${residents.relation} WHEN '02' THEN ${residents.name} END)`,
      members: count(residents.id),
    })
    .from(households)
    .leftJoin(
      residents,
      and(eq(residents.householdId, households.id), isNull(residents.retiredAt), isNull(residents.outState)),
    )
    .where(and(eq(households.addressId, addressId), isNull(households.retiredAt)))
    .groupBy(households.id)
    .orderBy(asc(households.id))
    .limit(AT_DOOR_MAX)
    .all();
}
