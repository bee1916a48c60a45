/** A household as the desk sees it: where it is and who belongs to it. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import {
  MEMBERS_MAX,
  type HouseholdRecord,
  type ResidentRow,
} from '#shared/contract/population/residents.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { addresses, households, residents } from '#main/ledgers/population/tables.ts';
import type { Reader } from './masked-number.ts';
import { showResidents, visibleTo } from './shown.ts';

/** A door with more households than these is a collective one, written down as such. */
const AT_DOOR_MAX = 20;

export function householdOf(db: ReadHandle, reader: Reader, id: string): HouseholdRecord | null {
  return recordsOf(db, reader, eq(households.id, id), 1)[0] ?? null;
}

export function householdsAt(db: ReadHandle, reader: Reader, addressId: string): HouseholdRecord[] {
  return recordsOf(db, reader, eq(households.addressId, addressId), AT_DOOR_MAX);
}

function recordsOf(
  db: ReadHandle,
  reader: Reader,
  where: ReturnType<typeof eq>,
  limit: number,
): HouseholdRecord[] {
  return db
    .select({ household: households, addressLine: addresses.line })
    .from(households)
    .leftJoin(addresses, eq(addresses.id, households.addressId))
    .where(and(isNull(households.retiredAt), where))
    .orderBy(asc(households.id))
    .limit(limit)
    .all()
    .map(({ household, addressLine }) => ({
      id: household.id,
      revision: household.revision,
      addressId: household.addressId,
      kind: household.kind,
      number: household.number,
      addressLine: addressLine ?? '',
      members: membersOf(db, reader, household.id),
    }));
}

function membersOf(db: ReadHandle, reader: Reader, household: string): ResidentRow[] {
  const members = and(eq(residents.householdId, household), visibleTo(reader));
  return showResidents(db, reader, members, MEMBERS_MAX).sort(
    (a, b) => rankOf(a) - rankOf(b) || compare(relationOf(a), relationOf(b)) || (b.age ?? 0) - (a.age ?? 0),
  );
}

/** The head, then who is here, then who has left. */
function rankOf({ relation, outState }: ResidentRow): number {
  if (outState !== null) return 2;
  return relation === '02' ? 0 : 1;
}

/** Two digits; whose relation is not known comes after all others. */
function relationOf({ relation }: ResidentRow): string {
  return relation ?? '~';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
