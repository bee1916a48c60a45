/** What disputes need of addresses and people: where a matter is, and whether somebody was picked who stands in the ledger. */
import { eq } from 'drizzle-orm';
import type { Caller } from '#shared/kernel/caller.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { standingId, withMerged } from './merged.ts';
import { findResident } from './people/find.ts';
import { visibleTo } from './people/shown.ts';
import { addresses, residents } from './tables.ts';

export function disputePopulation(db: ReadHandle) {
  return {
    placeOf(address: string) {
      const id = standingId(db, addresses, address);
      if (id === null) return null;
      const { line, policeGrid } = addresses;
      return (
        db.select({ id: addresses.id, line, policeGrid }).from(addresses).where(eq(addresses.id, id)).get() ??
        null
      );
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
