/** What disputes need of addresses and people: where a matter is, and whether somebody was picked who stands in the ledger. */
import { eq, inArray } from 'drizzle-orm';
import type { Caller } from '#shared/kernel/caller.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { findResident } from './people/find.ts';
import { visibleTo } from './people/shown.ts';
import { addresses, residents } from './tables.ts';

/** Merges are joined into one another; a chain longer than this is none. */
const MERGES_MAX = 20;

export function disputePopulation(db: ReadHandle) {
  return {
    placeOf(address: string) {
      let id = address;
      for (let left = MERGES_MAX; left > 0; left -= 1) {
        const found = db.select().from(addresses).where(eq(addresses.id, id)).get();
        if (found === undefined) return null;
        const { line, policeGrid, retiredAt, mergedInto } = found;
        if (retiredAt === null) return { id, line, policeGrid };
        if (mergedInto === null) return null;
        id = mergedInto;
      }
      return null;
    },
    sameDoor: (address: string): string[] => withMerged(db, addresses, [address]),
    residentOf(caller: Caller, resident: string) {
      const found = findResident(db, visibleTo(caller), resident);
      return found === null ? null : { phone: found.phone };
    },
    samePeople: (people: readonly string[]): string[][] =>
      [...new Set(people)].map((one) => withMerged(db, residents, [one])),
  };
}

/** Each record and all that were merged into it, directly or by way of others. */
function withMerged(
  db: ReadHandle,
  table: typeof addresses | typeof residents,
  ids: readonly string[],
): string[] {
  const known = new Set(ids);
  for (let last = [...ids]; last.length > 0;) {
    last = db
      .select({ id: table.id })
      .from(table)
      .where(inArray(table.mergedInto, last))
      .all()
      .map(({ id }) => id)
      .filter((id) => !known.has(id));
    for (const id of last) known.add(id);
  }
  return [...known];
}
