/** A change of a resident's record: by its form, or because an officer takes over what the station proposes. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { ResidentInput } from '#shared/ledgers/population/residents.ts';
import type { Desk } from '#main/db/journal.ts';
import type { Changes } from '#main/db/ledger-table.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { householdsLedger, residentsLedger, type residents } from '#main/ledgers/population/tables.ts';
import type { ResidentRecord } from '#main/ledgers/population/tables.ts';
import { checkedResident, entryOf, movesAlong } from './entry.ts';
import { findHousehold } from './find.ts';

/** Checked before it is written. Refuses with the fields that do not fit. */
export function residentAmendment(
  db: ReadHandle,
  caller: Caller,
  before: ResidentRecord,
  given: Partial<ResidentInput>,
  day: CalendarDay,
): (desk: Desk) => void {
  const entry = checkedResident(db, caller, { ...entryOf(before), ...given }, { before }, day);
  const household = entry.householdId === null ? null : findHousehold(db, entry.householdId);
  const along =
    household !== null && household.addressId !== entry.addressId && movesAlong(db, household.id, before)
      ? household
      : null;
  return (desk) => {
    if (along !== null)
      desk.patch(householdsLedger, along.id, along.revision, { addressId: entry.addressId });
    desk.patch(residentsLedger, before.id, before.revision, asTheyAre(before, entry));
  };
}

/** Whoever is gone is nobody's head. */
function asTheyAre(before: ResidentRecord, entry: Changes<typeof residents>): Changes<typeof residents> {
  return before.outState !== null && entry.relation === '02' ? { ...entry, relation: null } : entry;
}
