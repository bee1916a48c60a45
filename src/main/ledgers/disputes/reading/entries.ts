/** One record that hangs on a matter, for those who may see the matter. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Caller } from '#shared/kernel/caller.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { disputeParties, type PartyEntry, type RecordTable } from '#main/ledgers/disputes/tables.ts';
import { findDispute } from './visible.ts';

/** Null also where it was taken off. */
export function findEntry<T extends RecordTable>(
  db: ReadHandle,
  caller: Caller,
  table: T,
  id: string,
): T['$inferSelect'] | null {
  const any: RecordTable = table;
  const found = db
    .select()
    .from(any)
    .where(and(eq(any.id, id), isNull(any.retiredAt)))
    .get();
  if (found === undefined || findDispute(db, caller, found.disputeId) === null) return null;
  return found;
}

export function findParty(db: ReadHandle, caller: Caller, id: string): PartyEntry | null {
  return findEntry(db, caller, disputeParties, id);
}
