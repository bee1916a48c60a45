/** Looks records up as they are stored: what the rules between people, households and doors ask. */
import { and, asc, eq, isNull, ne, type SQL } from 'drizzle-orm';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { mayBeDoor } from '#shared/ledgers/population/addresses.ts';
import type { IdType } from '#shared/ledgers/population/residents.ts';
import type { ReadHandle } from '#main/db/open.ts';
import {
  addresses,
  households,
  residents,
  type HouseholdRecord,
  type ResidentRecord,
} from '#main/ledgers/population/tables.ts';
import { hereResident, liveResident, visibleTo } from './shown.ts';

/** A record at the revision that a person saw. */
export interface Seen {
  readonly id: string;
  readonly revision: number;
}

export function findResident(db: ReadHandle, where: SQL | undefined, id: string): ResidentRecord | null {
  return (
    db
      .select()
      .from(residents)
      .where(and(eq(residents.id, id), where))
      .get() ?? null
  );
}

/** The record at the revision the person saw, if this person may see it. */
export function seenResident(db: ReadHandle, caller: Caller, seen: Seen): ResidentRecord {
  const record = findResident(db, visibleTo(caller), seen.id) ?? refuse({ code: 'missing' });
  if (record.revision !== seen.revision) refuse({ code: 'stale', revision: record.revision });
  return record;
}

export function findHousehold(db: ReadHandle, id: string): HouseholdRecord | null {
  return (
    db
      .select()
      .from(households)
      .where(and(eq(households.id, id), isNull(households.retiredAt)))
      .get() ?? null
  );
}

/** Everybody who is registered in a household and has not left. */
export function presentMembers(db: ReadHandle, household: string): ResidentRecord[] {
  return db
    .select()
    .from(residents)
    .where(and(eq(residents.householdId, household), hereResident))
    .orderBy(asc(residents.id))
    .all();
}

/** Whether any record names this household, also of somebody who has left. */
export function hasMembers(db: ReadHandle, household: string): boolean {
  return exists(db, and(eq(residents.householdId, household), liveResident));
}

/** Those whose guardian this person is. */
export function wardsOf(db: ReadHandle, id: string): ResidentRecord[] {
  return db
    .select()
    .from(residents)
    .where(and(eq(residents.guardianId, id), liveResident))
    .orderBy(asc(residents.id))
    .all();
}

export function isStandingDoor(db: ReadHandle, id: string): boolean {
  const found = db
    .select({ kind: addresses.kind })
    .from(addresses)
    .where(and(eq(addresses.id, id), isNull(addresses.retiredAt)))
    .get();
  return found !== undefined && mayBeDoor(found.kind);
}

/**
 * Another person than `except` who stands under this number.
 * @param among whom to look: an auxiliary who was refused because of somebody they cannot see would learn who has left
 */
export function isNumberTaken(
  db: ReadHandle,
  among: SQL | undefined,
  type: IdType,
  number: string,
  except: readonly string[],
): boolean {
  const under = and(eq(residents.idNumber, number), eq(residents.idType, type));
  return exists(db, and(among, under, ...except.map((id) => ne(residents.id, id))));
}

/** Another person than `except` who is the head and has not left. */
export function hasOtherHead(db: ReadHandle, household: string, except: readonly string[]): boolean {
  const head = and(
    eq(residents.householdId, household),
    eq(residents.relation, '02'),
    hereResident,
    ...except.map((id) => ne(residents.id, id)),
  );
  return exists(db, head);
}

function exists(db: ReadHandle, where: SQL | undefined): boolean {
  return db.select({ id: residents.id }).from(residents).where(where).limit(1).get() !== undefined;
}
